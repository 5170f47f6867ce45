// Beside each way to pass a page on, a button that copies its address; no other host is asked.
for (const way of navigator.clipboard ? document.querySelectorAll(".ita-share a") : []) {
  const button = document.createElement("button");
  const told = document.createElement("span");
  button.type = "button";
  button.append("คัดลอกลิงก์", ...[...way.children].map((part) => part.cloneNode(true)));
  told.role = "status";
  way.after(button, told);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(way.href).searchParams.get("url"));
    told.textContent = "คัดลอกแล้ว";
  });
}
