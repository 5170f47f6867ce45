# `make` alone says what there is. Everything made stays in .venv, .cache and site.
.DEFAULT_GOAL := help
.PHONY: help site serve test test-all bench bench-portal audit clean
.NOTPARALLEL:

export ITA_DATA ?= data
export NO_MKDOCS_2_WARNING := 1
# Compiled modules too, even where you keep Python from writing them beside the sources.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/python
unexport PYTHONDONTWRITEBYTECODE

# What the checks need of Debian (see .ci/debian); libatomic is for Playwright's own node.
debian := libatomic1/libatomic.so.1 poppler-utils/pdftotext \
  openssh-client/ssh openssh-server/sshd rsync/rsync nginx/nginx vsftpd/vsftpd
# The browser is yours, else Debian's headless shell.
ifndef ITA_CHROMIUM
export ITA_CHROMIUM := $(shell for it in chromium-headless-shell chromium google-chrome; \
  do command -v $$it && break; done)
ifeq ($(ITA_CHROMIUM),)
debian += chromium-headless-shell/chromium-headless-shell
ITA_CHROMIUM := $(CURDIR)/.cache/debian/bin/chromium-headless-shell
endif
endif

help:
	@echo 'make site      build the site into site/               สร้างเว็บไซต์ไว้ใน site/'
	@echo 'make serve     show it in the browser while editing    เปิดดูเว็บไซต์ระหว่างแก้ไข'
	@echo 'make test      run the checks, in ten minutes          ตรวจสอบ ภายในสิบนาที'
	@echo 'make test-all  run every check there is                ตรวจสอบทุกอย่างที่มี'
	@echo 'make bench     measure the speed, and what import reads วัดความเร็ว และการอ่านไฟล์นำเข้า'
	@echo 'make bench-portal  measure portals of many agencies   วัดเว็บไซต์รวมหลายหน่วยงาน'
	@echo 'make audit     ask Lighthouse, as on a phone           ให้ Lighthouse ตรวจแบบบนมือถือ'
	@echo 'make clean     remove everything made                  ลบทุกอย่างที่สร้างขึ้น'
	@echo
	@echo 'Another data folder / ใช้ข้อมูลจากโฟลเดอร์อื่น:  make site ITA_DATA=path/to/data'

site: .venv/site-ready
	.venv/bin/mkdocs build
	@echo
	@echo 'เว็บไซต์อยู่ในโฟลเดอร์ site/ แล้ว เปิดดูด้วยคำสั่ง: make serve'

serve: .venv/site-ready
	.venv/bin/mkdocs serve --livereload

# Between two edits: all that guards the users, once. Before a release, and by a schedule: test-all.
test: quick := -m 'not thorough' --hypothesis-profile=quick
test test-all: .venv/test-ready .cache/debian/ready .cache/node/ready
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.ci/with-debian .venv/bin/pytest -n auto --dist loadfile --no-loadscope-reorder $(quick)

bench: .venv/test-ready .cache/debian/ready .cache/node/ready
	.ci/debian hugo/hugo
	.venv/bin/python -m tests.bench.bench
	.venv/bin/python -m tests.bench.portal 50
	.venv/bin/python -m tests.bench.parsers
	.venv/bin/python -m tests.bench.import_quality
	.ci/with-debian .venv/bin/python -m tests.bench.search

bench-portal: .venv/test-ready
	.ci/debian hugo/hugo
	.venv/bin/python -m tests.bench.portal $(AGENCIES)

audit: .venv/test-ready .cache/debian/ready .cache/audit/ready
	.ci/with-debian .venv/bin/python -m tests.audit.audit

clean:
	rm -rf .venv .cache site .site.ita-build-* .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/site-ready: pyproject.toml .ci/build.txt ita_site/office/init/requirements.txt
	.ci/venv .
	touch $@

.venv/test-ready: pyproject.toml .ci/dev.txt
	.ci/venv '.[dev]'
	touch $@ .venv/site-ready

.cache/debian/ready: Makefile
	.ci/debian $(debian)
	touch $@

.cache/node/ready: tests/node/package.json tests/node/package-lock.json .ci/node | .venv/test-ready
	.ci/node tests/node
	touch $@

.cache/audit/ready: tests/audit/package.json tests/audit/package-lock.json .ci/node | .venv/test-ready
	.ci/node tests/audit
	touch $@
