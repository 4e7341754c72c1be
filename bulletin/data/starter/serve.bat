@echo off
rem Double-click: preview of this site in the browser. Close the window to stop.
chcp 65001 >nul
pushd "%~dp0"
where bulletin >nul 2>nul
if errorlevel 1 (py -m bulletin serve --open) else (bulletin serve --open)
if errorlevel 1 pause
