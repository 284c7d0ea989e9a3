@echo off
rem Starts Coreograph with a JDK 25 or newer, which it looks for itself. Every argument goes to the program unchanged.
setlocal EnableExtensions DisableDelayedExpansion
set "app=%~dp0.."
set "java="
call :try "%JAVA_HOME%"
if not defined java for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*"
  "%ProgramFiles%\Java\jdk-*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\zulu-*"
  "%ProgramFiles%\Amazon Corretto\jdk*"
  "%ProgramFiles%\BellSoft\LibericaJDK-*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
  "%USERPROFILE%\.jdks\*"
  "%USERPROFILE%\scoop\apps\*jdk*"
) do call :try "%%~D"
if not defined java (
  echo coreograph: found no JDK 25 or newer; install one, for example Eclipse Temurin 25, or set JAVA_HOME to it 1>&2
  exit /b 3
)
rem With arguments it is the command line, which opens no window: without modules the JVM is up in a third of the time.
if [%1]==[] goto window
"%java%" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED ^
  -classpath "%app%\lib\*;%app%\lib\javafx\*" org.coreograph.app.Coreograph %*
exit /b %ERRORLEVEL%

:window
"%java%" ^
  --module-path "%app%\lib\javafx" --add-modules javafx.controls,javafx.swing ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED ^
  -Dcoreograph.lessons="%app%\lessons" ^
  --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED ^
  --add-exports javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED ^
  -classpath "%app%\lib\*" org.coreograph.app.Coreograph
exit /b %ERRORLEVEL%

rem Takes the JDK in the folder given if it is new enough and none was taken before.
:try
if defined java exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=.-+" %%M in ("%%~V") do if %%M GEQ 25 set "java=%~1\bin\java.exe"
)
exit /b 0
