; The installer for Windows, for the one person who runs it. packaging/windows/build defines Version and Name, and puts
; papers and icon into build/packages/windows. The journal lies in AppData\Local\herwidget and is never touched.

#define Id "io.github.herwidget.Herwidget"
#define Made "..\..\build\packages"

[Setup]
AppId={#Id}
AppName=Herwidget
AppVersion={#Version}
AppPublisher=The Herwidget developers
#include "..\..\build\packages\windows\numbers.iss"
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\Herwidget
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Qt 6.11 runs on Windows 10 from 1809 on.
MinVersion=10.0.17763
ChangesEnvironment=yes
; It is asked to end before files are replaced; this is for other programs that hold them.
CloseApplications=yes
; From the first file that is replaced to the last there is no whole program.
AllowCancelDuringInstall=no
RestartApplications=no
OutputDir={#Made}
OutputBaseFilename={#Name}
SetupIconFile={#Made}\windows\herwidget.ico
UninstallDisplayIcon={app}\herwidgetw.exe
UninstallDisplayName=Herwidget
WizardStyle=modern
WizardImageFile={#Made}\windows\page.bmp
WizardSmallImageFile={#Made}\windows\corner.bmp
Compression=lzma2
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"

[Messages]
en.ConfirmUninstall=Remove %1 from this computer? Your answers stay where they are.
ko.ConfirmUninstall=이 컴퓨터에서 %1 프로그램을 지울까요? 남긴 답은 그대로 있어요.
en.UninstalledAll=%1 was removed. Your answers are still on this computer, in the folder AppData\Local\herwidget of your user folder.
ko.UninstalledAll=%1 프로그램을 지웠어요. 남긴 답은 이 컴퓨터에 그대로 있어요. 사용자 폴더의 AppData\Local\herwidget 폴더예요.

[CustomMessages]
en.StartWithComputer=Start with the computer, in the tray
ko.StartWithComputer=컴퓨터를 켤 때 트레이에서 시작하기
en.UseInTerminal=Use the command “herwidget” in the terminal
ko.UseInTerminal=터미널에서 herwidget 명령 쓰기
en.StillRunning=Herwidget is running and did not end. Nothing was changed, and no answer was lost. Choose “Quit” in its menu in the tray, then try again.
ko.StillRunning=Herwidget이 실행 중인데 종료되지 않았어요. 바뀐 것도 잃은 답도 없어요. 트레이의 메뉴에서 “종료”를 고른 다음 다시 시도해 주세요.

[Tasks]
; Afterwards the settings of Herwidget say whether it starts with the computer: an upgrade does not ask again.
Name: "startup"; Description: "{cm:StartWithComputer}"; Flags: unchecked; Check: IsFirstInstall
Name: "terminal"; Description: "{cm:UseInTerminal}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has no more.
Type: filesandordirs; Name: "{app}\_internal"; Check: not IsFirstInstall

[Files]
Source: "{#Made}\frozen\herwidget\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Made}\windows\COPYRIGHT.txt"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Made}\windows\licences\*"; DestDir: "{app}\licences"; Flags: ignoreversion

[Icons]
Name: "{userprograms}\Herwidget"; Filename: "{app}\herwidgetw.exe"; AppUserModelID: "{#Id}"
Name: "{userdesktop}\Herwidget"; Filename: "{app}\herwidgetw.exe"; AppUserModelID: "{#Id}"; Tasks: desktopicon

[Registry]
; As herwidget/desktop/autostart/windows.py writes it.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Herwidget"; ValueData: """{app}\herwidgetw.exe"" --background"; Tasks: startup

[Run]
Filename: "{app}\herwidgetw.exe"; Description: "{cm:LaunchProgram,Herwidget}"; Flags: nowait postinstall skipifsilent
; An upgrade without questions leaves things as they were.
Filename: "{app}\herwidgetw.exe"; Parameters: "--background"; Flags: nowait skipifnotsilent; Check: WasRunning

[Code]
const
  Uninstall = 'Software\Microsoft\Windows\CurrentVersion\Uninstall\{#Id}_is1';
  Run = 'Software\Microsoft\Windows\CurrentVersion\Run';
  Approved = 'Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run';
  Environment = 'Environment';

var
  FirstInstall, Running: Boolean;

function InitializeSetup: Boolean;
begin
  FirstInstall := not RegKeyExists(HKCU, Uninstall);
  Result := True;
end;

function IsFirstInstall: Boolean;
begin
  Result := FirstInstall;
end;

function WasRunning: Boolean;
begin
  Result := Running;
end;

function SaysThatItRuns(Command: String): Boolean;
var
  Said: TExecOutput;
  Code: Integer;
  Line: Integer;
begin
  Result := False;
  if ExecAndCaptureOutput(Command, 'status --json', '', SW_HIDE, ewWaitUntilTerminated, Code, Said) then
    for Line := 0 to GetArrayLength(Said.StdOut) - 1 do
      if Pos('"running": true', Said.StdOut[Line]) > 0 then
        Result := True;
end;

{ Whether a program runs: then its file may not be written to. }
function IsRunning(Name: String): Boolean;
var
  Held: TFileStream;
begin
  Result := False;
  if FileExists(Name) then
    try
      Held := TFileStream.Create(Name, fmOpenReadWrite or fmShareExclusive);
      Held.Free;
    except
      Result := True;
    end;
end;

{ Asks it to end. A damaged program, from an installation that was cut short, cannot be asked, and does not run. }
function HasEnded: Boolean;
var
  Command: String;
  Code: Integer;
begin
  Command := ExpandConstant('{app}\herwidget.exe');
  Result := not FileExists(Command);
  if not Result then
    Result := Exec(Command, 'quit', '', SW_HIDE, ewWaitUntilTerminated, Code) and (Code = 0);
  if not Result then
    Result := not IsRunning(Command) and not IsRunning(ExpandConstant('{app}\herwidgetw.exe'));
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  Result := '';
  Running := SaysThatItRuns(ExpandConstant('{app}\herwidget.exe'));
  if not HasEnded then
    Result := CustomMessage('StillRunning');
end;

function InitializeUninstall: Boolean;
begin
  Result := HasEnded;
  if not Result then
    SuppressibleMsgBox(CustomMessage('StillRunning'), mbError, MB_OK, IDOK);
end;

{ The folders of the person's PATH without that of the program, each with a semicolon after it. }
function OtherFolders: String;
var
  Rest, Folder: String;
  Place: Integer;
begin
  Result := '';
  if not RegQueryStringValue(HKCU, Environment, 'Path', Rest) then
    Rest := '';
  while Rest <> '' do begin
    Place := Pos(';', Rest + ';');
    Folder := Copy(Rest, 1, Place - 1);
    Delete(Rest, 1, Place);
    if (Folder <> '') and (CompareText(RemoveBackslash(Folder), ExpandConstant('{app}')) <> 0) then
      Result := Result + Folder + ';';
  end;
end;

{ Takes the program out of the person's PATH, and leaves that as it is where the program is not in it. }
procedure LeavePath;
var
  Before, Others: String;
begin
  if not RegQueryStringValue(HKCU, Environment, 'Path', Before) then
    exit;
  Others := OtherFolders;
  if Others = '' then
    RegDeleteValue(HKCU, Environment, 'Path')
  else if Pos(Lowercase(ExpandConstant('{app}')), Lowercase(Before)) > 0 then
    RegWriteExpandStringValue(HKCU, Environment, 'Path', Copy(Others, 1, Length(Others) - 1));
end;

procedure CurStepChanged(Step: TSetupStep);
begin
  if Step <> ssPostInstall then
    exit;
  if WizardIsTaskSelected('terminal') then
    RegWriteExpandStringValue(HKCU, Environment, 'Path', OtherFolders + ExpandConstant('{app}'))
  else
    LeavePath;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step <> usUninstall then
    exit;
  RegDeleteValue(HKCU, Run, 'Herwidget');
  RegDeleteValue(HKCU, Approved, 'Herwidget');
  LeavePath;
end;
