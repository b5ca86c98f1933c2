@echo off
rem Starts the launcher with the first Java of 21 or newer that is found.
setlocal enabledelayedexpansion
set "JAR=%~dp0careplan.jar"
if not exist "%JAR%" set "JAR=%~dp0..\target\careplan.jar"
if not exist "%JAR%" (
  echo careplan.jar was not found beside this file. 1>&2
  exit /b 6
)
set "FOUND="
call :try "%~dp0runtime\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do call :try "%%~$PATH:J"
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*") do call :try "%%~D\bin\java.exe"
if not defined FOUND (
  echo Java 21 or newer is needed. Set JAVA_HOME or install it. 1>&2
  exit /b 6
)
setlocal disabledelayedexpansion
"%FOUND%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1" exit /b 0
set "MAJOR="
rem begins with call, because cmd strips the outer quotes of a line that begins with one
for /f "tokens=3" %%V in ('call "%~1" -version 2^>^&1 ^| findstr version') do (
  for /f "delims=. tokens=1" %%M in ("%%~V") do set "MAJOR=%%M"
)
if not defined MAJOR exit /b 0
if !MAJOR! geq 21 set "FOUND=%~1"
exit /b 0
