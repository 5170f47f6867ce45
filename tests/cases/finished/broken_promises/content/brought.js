document.title = "brought"
