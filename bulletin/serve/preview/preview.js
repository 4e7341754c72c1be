/* The preview's own script: a plug-in of livereload.js. It swaps style sheets, shows findings, and reloads for the rest. */
(function () {
  "use strict";
  var root = function () { return document.getElementById("bulletin-preview"); };

  /* What was opened in the bar stays open. */
  function show(said) {
    var aside = document.getElementById("bulletin-aside");
    var opened = !!document.querySelector("#bulletin-preview details[open]");
    if (root()) {
      root().innerHTML = said.notes;
      root().dataset.shown = said.shown;
    }
    if (aside) aside.innerHTML = said.aside;
    if (opened) document.querySelectorAll("#bulletin-preview details").forEach(function (one) { one.open = true; });
    open();
  }

  /* An overlay that was closed stays closed, on every page, until it says something else. */
  function open() {
    if (overlay()) overlay().classList.toggle("open", sessionStorage.bulletinClosed !== overlay().textContent);
  }

  function close() {
    overlay().classList.remove("open");
    sessionStorage.bulletinClosed = overlay().textContent;
  }

  function swap(names) {
    document.querySelectorAll('link[rel~="stylesheet"]').forEach(function (link) {
      Object.keys(names).forEach(function (old) {
        var at = link.href.lastIndexOf(old);
        if (at < 0) return;
        var fresh = link.cloneNode();
        fresh.href = link.href.slice(0, at) + names[old] + link.href.slice(at + old.length);
        fresh.onload = fresh.onerror = function () { link.remove(); };
        link.after(fresh);
      });
    });
  }

  function Plugin() {}
  Plugin.identifier = "bulletin";
  Plugin.version = "1.0";
  Plugin.prototype.analyze = function () { return { shown: root() ? root().dataset.shown : "" }; };
  Plugin.prototype.reload = function (path, options) {
    var said = {};
    try { said = JSON.parse(options.originalPath); } catch (_) { return false; }
    if (said.kind !== "reload") show(said);
    if (said.kind === "swap") swap(said.names);
    if (said.kind !== "reload") return true;
    window.location.reload();
    return true;
  };
  window.LiveReloadPluginBulletin = Plugin;

  function overlay() { return root() && root().querySelector(".overlay"); }
  document.addEventListener("click", function (event) {
    if (!overlay() || !root().contains(event.target)) return;
    if (event.target.matches(".close")) close();
    else if (event.target.matches(".bar .severe")) overlay().classList.toggle("open");
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && overlay()) close();
  });
  open();
})();
