"""The preview: build in memory, watch, build again, tell the browser. `livereload` and `watchdog` live here."""
