<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>Herwidget itself never goes online: your browser opens the page of newer versions</source>
        <translation>Herwidget은 스스로 인터넷에 연결하지 않아요. 새 버전 페이지는 브라우저가 열어요</translation>
    </message>
    <message>
        <source>Look for a newer version</source>
        <translation>새 버전이 있는지 보기</translation>
    </message>
    <message>
        <source>No program here opens web pages, so nothing was opened. Newer versions are here: {address}</source>
        <translation>웹 페이지를 여는 프로그램이 없어 아무것도 열지 않았어요. 새 버전은 여기에 있어요: {address}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The questions cannot be read ({file}, line {line}, {entry}), so none is asked. Your answers are safe. Install Herwidget again.</source>
        <translation>질문을 읽을 수 없어({file}, {line}번째 줄, {entry}) 지금은 질문이 나오지 않아요. 남긴 답은 안전해요. Herwidget을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>A card is still open. Put it away, then use the backup.</source>
        <translation>카드가 아직 열려 있어요. 카드를 닫은 다음 백업으로 되돌려 주세요.</translation>
    </message>
    <message>
        <source>Herwidget</source>
        <translation>Herwidget</translation>
    </message>
    <message>
        <source>A small question, when you like</source>
        <translation>편할 때, 작은 질문 하나</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답하기</translation>
    </message>
    <message>
        <source>This desktop has no tray. Herwidget keeps running when you close this window; start it again to come back here.</source>
        <translation>이 데스크톱에는 트레이가 없어요. 창을 닫아도 Herwidget은 계속 켜져 있고, 다시 실행하면 이 창이 열려요.</translation>
    </message>
    <message>
        <source>Your choice holds until Herwidget ends, but it could not be written to {path}. Allow writing there, then choose again.</source>
        <translation>설정을 파일에 저장하지 못했어요: {path}. 방금 고른 설정은 Herwidget을 종료할 때까지 그대로 적용돼요. 쓰기 권한을 확인한 뒤 다시 골라 주세요.</translation>
    </message>
    <message>
        <source>Herwidget is running but does not answer. Nothing was changed. Quit it, then start it again.</source>
        <translation>Herwidget이 켜져 있는데 응답이 없어요. 바뀐 것은 없어요. 종료한 뒤 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>{line}번째 줄</translation>
    </message>
    <message>
        <source>The settings file cannot be read ({reason}), so the usual settings are in use. It was left as it is: {path}. Mend or remove it, then start Herwidget again.</source>
        <translation>설정 파일을 읽을 수 없어서({reason}) 기본 설정을 쓰고 있어요. 파일은 그대로 두었어요: {path}. 파일을 고치거나 지운 뒤 Herwidget을 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>In the settings file, “{key}” is “{value}”, which is not one of {expected}; the usual value is in use. The file was left as it is: {path}. Mend that line, then start Herwidget again.</source>
        <translation>설정 파일의 “{key}”에 쓸 수 없는 값이 있어요: “{value}”. 여기에는 다음 가운데 하나를 쓸 수 있어요: {expected}. 지금은 기본값을 쓰고, 파일은 그대로 두었어요: {path}. 그 줄을 고친 뒤 Herwidget을 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>To ask a small question now and then, it waits in the tray.</source>
        <translation>가끔 작은 질문을 건네려고 트레이에서 기다려요.</translation>
    </message>
</context>
<context>
    <name>Argparse</name>
    <message>
        <source>usage: </source>
        <translation>사용법: </translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>이 도움말 보기</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s</source>
        <translation>%(prog)s: %(message)s</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>%(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>%(value)r: 쓸 수 없는 값이에요 (쓸 수 있는 값: %(choices)s)</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>%(value)r: %(type)s 형식이 아니에요</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>알 수 없는 인수예요: %s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>함께 쓸 수 없어요: %s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>값이 하나 필요해요</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>빠진 값이 있어요: %s</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>Start with the computer</source>
        <translation>컴퓨터를 켤 때 함께 시작</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>창 없이 트레이에서</translation>
    </message>
    <message>
        <source>Not for the made-up journal</source>
        <translation>지어낸 기록에서는 쓸 수 없어요</translation>
    </message>
    <message>
        <source>This could not be changed, so it is as it was: {path} cannot be written ({reason}). Allow writing there, then try again.</source>
        <translation>쓸 수 없어서({reason}) 바꾸지 않고 그대로 두었어요: {path}. 쓰기를 허용한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The system did not allow this, so it is as it was. Allow Herwidget to run in the background in the system&apos;s settings, then try again.</source>
        <translation>시스템이 허용하지 않아서 그대로 두었어요. 시스템 설정에서 Herwidget의 백그라운드 실행을 허용한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The system gave no answer, so it is as it was. Add Herwidget to the programs that start at login in the system&apos;s settings instead.</source>
        <translation>시스템이 답하지 않아서 그대로 두었어요. 대신 시스템 설정의 시작 프로그램에 Herwidget을 추가해 주세요.</translation>
    </message>
    <message>
        <source>Herwidget was opened from a place that goes away, so nothing was changed. Quit it, drag it to the applications, and open it there; then switch this on.</source>
        <translation>Herwidget이 곧 사라질 곳에서 열려 있어서 아무것도 바꾸지 않았어요. 종료하고 응용 프로그램 폴더로 옮긴 다음, 거기서 열어 켜 주세요.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>There is no journal yet, so there is nothing to back up: {path}</source>
        <translation>아직 기록이 없어서 백업할 것도 없어요: {path}</translation>
    </message>
    <message>
        <source>There is something already: {path}. It was left as it is; name another file.</source>
        <translation>이미 있는 파일이에요: {path}. 그대로 두었어요. 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>A backup was made: {path}</source>
        <translation>백업을 만들었어요: {path}</translation>
    </message>
    <message>
        <source>There are no backups yet; their folder will be {path}</source>
        <translation>아직 백업이 없어요. 폴더는 여기예요: {path}</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>아무것도 바꾸지 않았어요.</translation>
    </message>
    <message>
        <source>The journal is now what this backup holds: {path}</source>
        <translation>이제 기록은 이 백업의 내용이에요: {path}</translation>
    </message>
    <message>
        <source>What was there before is kept: {path}</source>
        <translation>전에 있던 것은 여기 남겨 두었어요: {path}</translation>
    </message>
    <message>
        <source>None of these backups can be read by this version. Nothing was changed; name a FILE.</source>
        <translation>이 버전이 읽을 수 있는 백업이 없어요. 아무것도 바꾸지 않았어요. FILE 자리에 파일을 적어 주세요.</translation>
    </message>
    <message>
        <source>Nothing was changed; name a FILE to put back.</source>
        <translation>아무것도 바꾸지 않았어요. 되돌릴 파일을 FILE 자리에 적어 주세요.</translation>
    </message>
    <message>
        <source>Put back {path}? What is in the journal now is set aside and kept. (y/n)</source>
        <translation>지금 기록은 따로 옮겨서 남겨 두고 이 파일로 되돌릴까요? {path} (y/n)</translation>
    </message>
    <message>
        <source>This file seems damaged, so it was not put back: {path}. Nothing was changed; name another.</source>
        <translation>파일이 손상된 것 같아 되돌리지 않았어요: {path}. 아무것도 바꾸지 않았어요. 다른 파일을 적어 주세요.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was put back or changed: {path}. Make some room, then try again.</source>
        <translation>디스크가 가득 차서 되돌리지도, 바꾸지도 않았어요: {path}. 공간을 조금 비운 다음 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Nothing was put back or changed, for this may not be read or written: {path}. Allow it first.</source>
        <translation>이곳을 읽거나 쓸 수 없어서 되돌리지도, 바꾸지도 않았어요: {path}. 먼저 읽고 쓸 수 있게 해 주세요.</translation>
    </message>
    <message>
        <source>This place cannot be reached: {path}. Nothing was changed; name another file.</source>
        <translation>이곳에 접근할 수 없어요: {path}. 아무것도 바꾸지 않았어요. 다른 파일을 적어 주세요.</translation>
    </message>
    <message>
        <source>The last good backup is of {day}; “herwidget restore” puts it back.</source>
        <translation>온전한 마지막 백업은 {day}에 만들었어요. “herwidget restore” 명령으로 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>The disk is full, so no backup could be made: {path}. The journal and the earlier backups are as they were. Make some room, then try again.</source>
        <translation>디스크가 가득 차서 백업을 만들지 못했어요: {path}. 기록과 이전 백업은 그대로예요. 공간을 조금 비운 다음 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>No backup could be made, for nothing may be written to {path}. The journal and the earlier backups are as they were. Allow writing there, then try again.</source>
        <translation>이곳에 쓸 수 없어서 백업을 만들지 못했어요: {path}. 기록과 이전 백업은 그대로예요. 그곳에 쓸 수 있게 한 다음 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Parts of the journal seem damaged, so no backup was made: {path}. The journal and the earlier backups are as they were.</source>
        <translation>기록의 일부가 손상된 것 같아 백업을 만들지 않았어요: {path}. 기록과 이전 백업은 그대로예요.</translation>
    </message>
    <message>
        <source>No backup could be made, for this place cannot be reached: {path}. The journal and the earlier backups are as they were. Check that the folder is there, then try again.</source>
        <translation>이곳에 접근할 수 없어서 백업을 만들지 못했어요: {path}. 기록과 이전 백업은 그대로예요. 폴더가 있는지 확인한 다음 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>None yet; one is made each week</source>
        <translation>아직 없어요. 매주 하나씩 만들어져요</translation>
    </message>
    <message>
        <source>One, of {day}</source>
        <translation>1개, {day}</translation>
    </message>
    <message>
        <source>{count}, the last of {day}</source>
        <translation>{count}개, 마지막은 {day}</translation>
    </message>
    <message>
        <source>The last good backup is of {day}. What came after it would be missing.</source>
        <translation>온전한 마지막 백업은 {day}에 만들었어요. 되돌리면 그 뒤의 기록은 빠져요.</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it.</source>
        <translation>손상된 파일은 옆에 그대로 남겨 두어요.</translation>
    </message>
    <message>
        <source>There was no journal in its place, so a new one was begun: {path}.</source>
        <translation>제자리에 기록이 없어서 새 기록을 시작했어요: {path}.</translation>
    </message>
    <message>
        <source>Use the backup of {day}</source>
        <translation>{day} 백업으로 되돌리기</translation>
    </message>
    <message>
        <source>The journal is the backup of {day} now.</source>
        <translation>이제 기록은 {day}에 만든 백업이에요.</translation>
    </message>
    <message>
        <source>The journal is now what this file holds: {path}.</source>
        <translation>이제 기록은 이 파일의 내용이에요: {path}.</translation>
    </message>
    <message>
        <source>The journal is again what it was before.</source>
        <translation>기록이 다시 이전 그대로예요.</translation>
    </message>
    <message>
        <source>Go back to what was there before</source>
        <translation>이전 기록으로 돌아가기</translation>
    </message>
    <message>
        <source>A backup from before is there, too: {path}</source>
        <translation>이전 버전 때의 백업도 있어요: {path}</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>매주</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>새 버전 설치 전</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>of a newer Herwidget</source>
        <translation>더 새로운 Herwidget의 것</translation>
    </message>
    <message>
        <source>no journal</source>
        <translation>기록이 아님</translation>
    </message>
    <message>
        <source>cannot be read now</source>
        <translation>지금은 읽을 수 없음</translation>
    </message>
    <message>
        <source>The journal becomes what the backup holds; what it holds now is kept beside it, as “{name}”.</source>
        <translation>기록이 백업의 내용으로 바뀌고, 지금의 기록은 그 옆에 “{name}” 파일로 남겨 두어요.</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>백업으로 되돌리기</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <translation>아직 백업이 없어요.</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Choose a backup, or a copy of a journal</source>
        <translation>백업이나 기록의 복사본 고르기</translation>
    </message>
    <message>
        <source>Journals (*.db);;All files (*)</source>
        <translation>기록 (*.db);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>지금 백업하기</translation>
    </message>
    <message>
        <source>An earlier journal</source>
        <translation>이전 기록</translation>
    </message>
    <message>
        <source>Go on with a backup; the journal of now is kept beside it</source>
        <translation>백업으로 이어 가요. 지금의 기록은 그 옆에 남겨 두어요</translation>
    </message>
    <message>
        <source>Put a backup back…</source>
        <translation>백업으로 되돌리기…</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>No one comes to mind</source>
        <translation>떠오르는 사람이 없어요</translation>
    </message>
    <message>
        <source>+ someone</source>
        <translation>+ 사람 추가</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Who heard you</source>
        <translation>들어준 사람</translation>
    </message>
    <message>
        <source>In your own words, as long or short as you like</source>
        <translation>길든 짧든, 편하게 적어 보세요</translation>
    </message>
    <message>
        <source>Step {at} of {of}</source>
        <translation>{of}단계 중 {at}단계</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>A few words, if you like</source>
        <translation>한마디 덧붙여도 좋아요</translation>
    </message>
    <message>
        <source>From the essay, part {part} — {gist}.</source>
        <translation>에세이 {part}부 — {gist}</translation>
    </message>
    <message>
        <source>Why this question?</source>
        <translation>왜 이 질문인가요?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>In 30 minutes</source>
        <translation>30분 뒤에</translation>
    </message>
    <message>
        <source>In 2 hours</source>
        <translation>2시간 뒤에</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>오늘 저녁에</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>After being with…</source>
        <translation>함께한 뒤…</translation>
    </message>
    <message>
        <source>association, not cause</source>
        <translation>함께 나타났을 뿐, 원인은 아니에요</translation>
    </message>
    <message>
        <source>heavier</source>
        <translation>더 무거움</translation>
    </message>
    <message>
        <source>lighter</source>
        <translation>더 가벼움</translation>
    </message>
    <message>
        <source>Association, not cause.</source>
        <translation>함께 나타났을 뿐, 원인은 아니에요.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Pairs (n)</source>
        <translation>쌍 (n)</translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation>평균 차이</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95% 구간 시작</translation>
    </message>
    <message>
        <source>to</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>More on this chart</source>
        <translation>이 도표 메뉴</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>그림으로 저장…</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG 그림 (*.png);;SVG 그림 (*.svg);;PDF 문서 (*.pdf)</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>그림으로 저장</translation>
    </message>
    <message>
        <source>Nothing was saved: {path} does not end in .png, .svg or .pdf.</source>
        <translation>저장하지 않았어요. 이름이 .png, .svg, .pdf 중 하나로 끝나야 해요: {path}</translation>
    </message>
    <message>
        <source>Nothing was saved to {path} ({reason}). Choose another place.</source>
        <translation>이곳에 쓸 수 없어서({reason}) 저장하지 않았어요: {path}. 다른 곳을 골라 주세요.</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>저장했어요: {path}</translation>
    </message>
    <message>
        <source>How this is worked out</source>
        <translation>계산 방법</translation>
    </message>
    <message>
        <source>Herwidget</source>
        <translation>Herwidget</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>남기지 않음</translation>
    </message>
    <message>
        <source>Weekdays and hours</source>
        <translation>요일과 시각</translation>
    </message>
    <message>
        <source>the number is how many moods a cell rests on; pale under 3</source>
        <translation>숫자는 마음의 수예요. 3개보다 적으면 연하게 보여요</translation>
    </message>
    <message>
        <source>{weekday}, {hour}:00 to {next_hour}:00</source>
        <translation>{weekday} {hour}:00~{next_hour}:00</translation>
    </message>
    <message>
        <source>Nothing told</source>
        <translation>남긴 답 없음</translation>
    </message>
    <message>
        <source>On average {mood} ({mean}), n = {moods}</source>
        <translation>평균: {mood} ({mean}), n = {moods}</translation>
    </message>
    <message>
        <source>Too few to say much</source>
        <translation>뭐라고 말하기엔 아직 적어요</translation>
    </message>
    <message>
        <source>{moods} in {cells} of the week&apos;s hours.</source>
        <translation>한 주의 {cells}개 시각에 {moods} 남겼어요.</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Moods (n)</source>
        <translation>마음 (n)</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Mood and contact</source>
        <translation>마음과 만남</translation>
    </message>
    <message>
        <source>● face to face   ○ call or writing</source>
        <translation>● 만나서   ○ 통화나 글로</translation>
    </message>
    <message>
        <source>● days somebody heard you: the larger, the more of them</source>
        <translation>● 누군가 들어준 날: 많을수록 커요</translation>
    </message>
    <message>
        <source>dots: face to face above, call or writing below</source>
        <translation>점: 위는 만나서, 아래는 통화나 글로</translation>
    </message>
    <message>
        <source>◆ reached out</source>
        <translation>◆ 연락이 닿은 날</translation>
    </message>
    <message>
        <source>shaded: quieter weeks</source>
        <translation>바탕색: 조용했던 몇 주</translation>
    </message>
    <message>
        <source>Nothing was told in these days.</source>
        <translation>이 기간에는 남긴 답이 없어요.</translation>
    </message>
    <message>
        <source>{days}: {moods}, from {lowest} to {highest}. {heard}</source>
        <translation>{days} ({lowest} ~ {highest}): {moods} 남겼어요. {heard}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>Check-ins</source>
        <translation>안부</translation>
    </message>
    <message>
        <source>Heaviest</source>
        <translation>가장 무거움</translation>
    </message>
    <message>
        <source>Lightest</source>
        <translation>가장 가벼움</translation>
    </message>
    <message>
        <source>Slow average</source>
        <translation>느린 평균</translation>
    </message>
    <message>
        <source>Heard, of days you said whether</source>
        <translation>들어준 날/들어줬는지 남긴 날</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>속한 기간</translation>
    </message>
    <message>
        <source>quieter weeks</source>
        <translation>조용했던 몇 주</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>쉼</translation>
    </message>
    <message>
        <source>{year}, a day at a time</source>
        <translation>{year}년, 하루 한 칸</translation>
    </message>
    <message>
        <source>a dot marks a day when someone heard you</source>
        <translation>점은 누군가 들어준 날</translation>
    </message>
    <message>
        <source>{year}: told of {days} out of {all}. {heard}</source>
        <translation>{year}년: {all}일 가운데 {days} 동안 답을 남겼어요. {heard}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>들어준 사람</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no screen here, so no tray. Start it in a desktop session.</source>
        <translation>화면이 없어 Herwidget을 트레이에 띄울 수 없어요. 데스크톱 세션에서 실행해 주세요.</translation>
    </message>
    <message>
        <source>There is no screen here, so no tray. Here is the check-in, in the terminal.</source>
        <translation>화면이 없어 Herwidget을 트레이에 띄울 수 없어요. 대신 터미널에서 안부를 남길 수 있어요.</translation>
    </message>
    <message>
        <source>Asks a gentle question now and then, keeps the answers here, and leads back to people.</source>
        <translation>가끔 작은 질문을 건네고, 답은 이 컴퓨터에 간직하고, 다시 사람에게로 이어 줘요.</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>버전 보기</translation>
    </message>
    <message>
        <source>start in the tray without a window</source>
        <translation>창 없이 트레이에서 시작하기</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <source>answer a question now</source>
        <translation>지금 질문에 답하기</translation>
    </message>
    <message>
        <source>in this terminal</source>
        <translation>이 터미널에서 답하기</translation>
    </message>
    <message>
        <source>say what is planned and what is kept</source>
        <translation>예정된 질문과 저장된 기록 확인하기</translation>
    </message>
    <message>
        <source>for a program to read</source>
        <translation>프로그램이 읽을 수 있게 JSON으로 출력하기</translation>
    </message>
    <message>
        <source>ask nothing for a while</source>
        <translation>잠시 묻지 않기</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TIME</translation>
    </message>
    <message>
        <source>30m, 2h, 3d, tomorrow, on (until you say), or off</source>
        <translation>30m, 2h, 3d, tomorrow, on(다시 켤 때까지), off 중 하나</translation>
    </message>
    <message>
        <source>say who is on your list, and when each last heard you</source>
        <translation>목록에 있는 사람과, 마지막으로 이야기를 들어준 때 보기</translation>
    </message>
    <message>
        <source>put people from an address book, a vCard file, on your list</source>
        <translation>주소록(vCard 파일)의 사람을 목록에 넣기</translation>
    </message>
    <message>
        <source>the .vcf file</source>
        <translation>.vcf 파일</translation>
    </message>
    <message>
        <source>the person of this name; again for another. Without it, FILE is only told</source>
        <translation>이 이름의 사람, 여러 번 쓸 수 있음, 없으면 FILE 내용만 보여 줌</translation>
    </message>
    <message>
        <source>everybody in FILE</source>
        <translation>FILE에 있는 모두</translation>
    </message>
    <message>
        <source>write everything you told to a file, for a spreadsheet or for programs</source>
        <translation>남긴 것을 모두 파일로 내보내기(스프레드시트용 또는 프로그램용)</translation>
    </message>
    <message>
        <source>a table of all answers (.csv), or all that is kept (.json)</source>
        <translation>모든 답을 담은 표(.csv) 또는 간직한 것 전체(.json)</translation>
    </message>
    <message>
        <source>replace a file that is there</source>
        <translation>이미 있는 파일을 바꾸기</translation>
    </message>
    <message>
        <source>copy the journal to a file, or among its backups</source>
        <translation>기록을 파일로, 또는 백업 폴더에 복사하기</translation>
    </message>
    <message>
        <source>a new file for the copy; without it, one more in the folder of backups</source>
        <translation>복사해 둘 새 파일, 없으면 백업 폴더에 하나 더 만들기</translation>
    </message>
    <message>
        <source>only say which backups there are</source>
        <translation>어떤 백업이 있는지 보여 주기만 하기</translation>
    </message>
    <message>
        <source>go on with a backup; the journal of now is set aside</source>
        <translation>백업으로 되돌리기, 지금 기록은 따로 옮겨 두기</translation>
    </message>
    <message>
        <source>the backup, or a copy from elsewhere; without it, the newest that is sound</source>
        <translation>백업 파일이나 다른 곳의 복사본, 없으면 온전한 것 가운데 가장 새로운 백업</translation>
    </message>
    <message>
        <source>do not ask before</source>
        <translation>확인을 묻지 않고 바로 하기</translation>
    </message>
    <message>
        <source>remove all that Herwidget ever wrote: journal, backups, settings, log</source>
        <translation>Herwidget이 만든 파일을 모두 지우기: 기록, 백업, 설정, 로그</translation>
    </message>
    <message>
        <source>open a made-up year in a journal of its own</source>
        <translation>지어낸 1년 기록을 따로 만들어 열기</translation>
    </message>
    <message>
        <source>how many years</source>
        <translation>만들 햇수</translation>
    </message>
    <message>
        <source>only write the journal, to FILE</source>
        <translation>창을 열지 않고 FILE에 기록만 만들기</translation>
    </message>
    <message>
        <source>end the one that runs, and wait until it has</source>
        <translation>실행 중인 것을 끝내고, 끝날 때까지 기다리기</translation>
    </message>
    <message>
        <source>check tray, notifications, journal and folders</source>
        <translation>트레이, 알림, 기록 파일, 폴더 점검하기</translation>
    </message>
    <message>
        <source>use this language</source>
        <translation>이 언어 쓰기</translation>
    </message>
    <message>
        <source>people who listen now, by country</source>
        <translation>지금 이야기를 들어줄 나라별 상담 전화 보기</translation>
    </message>
    <message>
        <source>examples:
  herwidget                           start, or open the window of the one that runs
  herwidget check-in --terminal       answer a question here
  herwidget history --save moods.png  the last three months as a picture
  herwidget pause 2h                  ask nothing for two hours
  herwidget export mine.csv           all your answers as a table
  herwidget backup                    a copy of the journal, to go back to
  herwidget status --json             what is planned, for a script
</source>
        <translation>예:
  herwidget                           시작하기, 이미 실행 중이면 창 열기
  herwidget check-in --terminal       이 터미널에서 질문에 답하기
  herwidget history --save moods.png  지난 석 달을 그림으로 저장하기
  herwidget pause 2h                  두 시간 동안 묻지 않기
  herwidget export mine.csv           남긴 답을 모두 표로 저장하기
  herwidget backup                    나중에 되돌릴 수 있게 기록을 복사해 두기
  herwidget status --json             예정된 질문을 스크립트용으로 출력하기
</translation>
    </message>
    <message>
        <source>open the window with your answers, or draw a chart</source>
        <translation>남긴 답을 보는 창을 열거나 도표를 그리기</translation>
    </message>
    <message>
        <source>the page, or the chart that it shows</source>
        <translation>열어 볼 페이지, 또는 그 페이지의 도표</translation>
    </message>
    <message>
        <source>how much of the past, up to today</source>
        <translation>오늘까지 얼마 동안을 볼지</translation>
    </message>
    <message>
        <source>which year, on the page “year”</source>
        <translation>“year” 페이지에서 볼 해</translation>
    </message>
    <message>
        <source>draw the chart to FILE, a PNG, SVG or PDF by its ending, and open no window</source>
        <translation>창을 열지 않고 도표를 FILE에 그리기(파일 이름의 끝에 따라 PNG, SVG, PDF)</translation>
    </message>
    <message>
        <source>COUNTRY</source>
        <translation>COUNTRY</translation>
    </message>
    <message>
        <source>a country&apos;s two letters, or “all”</source>
        <translation>두 글자 국가 코드 또는 “all”</translation>
    </message>
    <message>
        <source>use this journal</source>
        <translation>이 기록 파일 사용하기</translation>
    </message>
    <message>
        <source>use this settings file</source>
        <translation>이 설정 파일 사용하기</translation>
    </message>
    <message>
        <source>The questions cannot be read: {reason}. Install Herwidget again.</source>
        <translation>질문을 읽을 수 없어요: {reason}. Herwidget을 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>There is no screen here to open a window on. With --save FILE the chart is drawn without one.</source>
        <translation>화면이 없어 창을 열 수 없어요. --save FILE을 붙이면 화면 없이 도표를 그려요.</translation>
    </message>
    <message>
        <source>Herwidget is running, so nothing was changed. End it with “herwidget quit”, then try again.</source>
        <translation>Herwidget이 실행 중이라 아무것도 바꾸지 않았어요. “herwidget quit” 명령으로 종료한 다음 다시 시도해 주세요.</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Nothing is written down for this day, and nothing has to be.</source>
        <translation>이날은 적힌 것이 없어요. 꼭 적지 않아도 괜찮아요.</translation>
    </message>
    <message>
        <source>Add something to this day</source>
        <translation>이날에 추가하기</translation>
    </message>
    <message>
        <source>Back to: {page}</source>
        <translation>돌아가기: {page}</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>전날</translation>
    </message>
    <message>
        <source>The day before (Alt+Left)</source>
        <translation>전날 (Alt+←)</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>다음 날</translation>
    </message>
    <message>
        <source>The day after (Alt+Right)</source>
        <translation>다음 날 (Alt+→)</translation>
    </message>
    <message>
        <source>Remove all of {time}</source>
        <translation>{time} 모두 지우기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Edit: {what}</source>
        <translation>고치기: {what}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Remove: {what}</source>
        <translation>지우기: {what}</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>이 기록은 이제 없어요.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>지웠어요.</translation>
    </message>
    <message>
        <source>This is not kept yet. “Save” keeps it, “Cancel” lets it go.</source>
        <translation>아직 저장하지 않았어요. “저장”을 누르면 남고, “취소”를 누르면 남기지 않아요.</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>나중에 추가함</translation>
    </message>
    <message>
        <source>The answer, from 0 to 100</source>
        <translation>0부터 100까지의 답</translation>
    </message>
    <message>
        <source>The answer in words</source>
        <translation>글로 남긴 답</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>This day’s clock never showed that time. Another one near it will do.</source>
        <translation>그날 시계에는 없던 시각이에요. 가까운 다른 시각이면 괜찮아요.</translation>
    </message>
    <message>
        <source>That is still to come. Any time up to now can be kept.</source>
        <translation>아직 오지 않은 시각이에요. 지금까지의 시각이면 남길 수 있어요.</translation>
    </message>
    <message>
        <source>This entry is not there any more, so it cannot be changed. What you wrote is still here.</source>
        <translation>이 기록은 이제 없어서 고칠 수 없어요. 적은 글은 여기 그대로 있어요.</translation>
    </message>
    <message>
        <source>This cannot be kept as it stands here. Another time or other words may do.</source>
        <translation>이대로는 남길 수 없어요. 시각이나 글을 조금 바꾸면 될 수도 있어요.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>취소 (Esc)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>저장 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>This is not kept yet. “Save” keeps it; Esc once more lets it go.</source>
        <translation>아직 저장하지 않았어요. “저장”을 누르면 남고, Esc를 한 번 더 누르면 남기지 않아요.</translation>
    </message>
    <message>
        <source>The clock skipped {time} that day, so it stands at {kept}.</source>
        <translation>그날 시계가 건너뛴 시각({time})이라 {kept}에 두었어요.</translation>
    </message>
    <message>
        <source>Nothing is left in this answer. “Remove” takes it away, and “Undo” brings it back.</source>
        <translation>이 답에는 남은 것이 없어요. “지우기”를 누르면 사라지고, “되돌리기”를 누르면 다시 돌아와요.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>고쳤어요.</translation>
    </message>
    <message>
        <source>Something from this day</source>
        <translation>이날 있었던 일</translation>
    </message>
    <message>
        <source>How it was inside you</source>
        <translation>그때의 마음</translation>
    </message>
    <message>
        <source>Did someone hear you?</source>
        <translation>이야기를 들어준 사람이 있었나요?</translation>
    </message>
    <message>
        <source>There is nothing to keep yet: a mood, who heard you or a few words will do.</source>
        <translation>아직 남길 것이 없어요. 마음이나 들어준 사람, 짧은 글 하나면 충분해요.</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>추가했어요.</translation>
    </message>
    <message>
        <source>A question that is no longer asked</source>
        <translation>이제는 묻지 않는 질문</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Between 1 and {most} years, please.</source>
        <translation>1년에서 {most}년 사이로 적어 주세요.</translation>
    </message>
    <message>
        <source>There is a file already: {path}. It was left as it is; name another.</source>
        <translation>이미 파일이 있어요: {path}. 그 파일은 그대로 두었어요. 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>There is no screen to show it on. With --write FILE it only writes the journal.</source>
        <translation>화면이 없어 보여 줄 수 없어요. --write FILE을 붙이면 기록 파일만 만들어요.</translation>
    </message>
    <message>
        <source>A made-up journal was written to {path}.</source>
        <translation>지어낸 기록을 저장했어요: {path}</translation>
    </message>
    <message>
        <source>The demonstration is open already. Quit it, then start it again.</source>
        <translation>지어낸 기록이 이미 열려 있어요. 종료한 뒤 다시 시작해 주세요.</translation>
    </message>
    <message>
        <source>The demonstration cannot be written to {path} ({reason}). Allow writing there.</source>
        <translation>저장할 수 없어서({reason}) 지어낸 기록을 열지 못했어요: {path}. 쓰기 권한을 확인해 주세요.</translation>
    </message>
    <message>
        <source>Everything here is made up. Your own journal is not touched.</source>
        <translation>여기 있는 것은 모두 지어낸 기록이에요. 원래 기록은 건드리지 않아요.</translation>
    </message>
</context>
<context>
    <name>DeskCard</name>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>There is nothing to show here for now.</source>
        <translation>지금은 보여 줄 것이 없어요.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답하기</translation>
    </message>
    <message>
        <source>Hide the desk card</source>
        <translation>바탕 화면 카드 숨기기</translation>
    </message>
    <message>
        <source>{day}, {names}</source>
        <translation>{day}, {names}</translation>
    </message>
    <message>
        <source>Last heard: {when}</source>
        <translation>마지막으로 들어준 날: {when}</translation>
    </message>
    <message>
        <source>{day}: still to come</source>
        <translation>{day}: 아직 오지 않은 날이에요</translation>
    </message>
    <message>
        <source>{day}: no mood told</source>
        <translation>{day}: 남긴 마음이 없어요</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>none; the terminal is used</source>
        <translation>없음(대신 터미널 사용)</translation>
    </message>
    <message>
        <source>a panel with a tray is there</source>
        <translation>패널에 트레이 있음</translation>
    </message>
    <message>
        <source>none; the window opens instead</source>
        <translation>없음(대신 창 사용)</translation>
    </message>
    <message>
        <source>none; the card is shown instead</source>
        <translation>없음(대신 카드 사용)</translation>
    </message>
    <message>
        <source>{questions} questions from {ideas} ideas</source>
        <translation>질문 {questions}개, 바탕이 된 생각 {ideas}개</translation>
    </message>
    <message>
        <source>none yet; it will be {path}</source>
        <translation>아직 없음(만들 위치: {path})</translation>
    </message>
    <message>
        <source>{path}, {check_ins} answered, SQLite says: {sound}</source>
        <translation>{path}, 남긴 {check_ins}, SQLite 확인 결과: {sound}</translation>
    </message>
    <message>
        <source>the usual ones; none changed yet</source>
        <translation>기본값(아직 바꾼 것 없음)</translation>
    </message>
    <message>
        <source>not writable: {folders}</source>
        <translation>쓸 수 없음: {folders}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Starts with the computer</source>
        <translation>컴퓨터를 켤 때 시작</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>트레이</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>기록 파일</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing to see yet, and that is fine</source>
        <translation>아직 볼 것은 없지만, 괜찮아요</translation>
    </message>
    <message>
        <source>A year begins with a day</source>
        <translation>한 해는 하루에서 시작해요</translation>
    </message>
    <message>
        <source>The rhythm of your weeks</source>
        <translation>한 주의 리듬</translation>
    </message>
    <message>
        <source>Here your days will stand side by side, from their heaviest to their lightest moment, with a dot where somebody heard you. The first answer puts the first one there.</source>
        <translation>하루하루가 여기에 나란히 서요. 가장 무거운 순간부터 가장 가벼운 순간까지, 누군가 들어준 날에는 점 하나와 함께요. 첫 답을 남기면 첫날이 생겨요.</translation>
    </message>
    <message>
        <source>Each day you tell of becomes a cell here, in the colour of its mood. Days without one stay empty.</source>
        <translation>답을 남긴 하루가 그날 마음의 색을 띤 칸이 돼요. 남기지 않은 날은 비워 둬요.</translation>
    </message>
    <message>
        <source>Once you have answered at different hours, this shows which hours of the week tend to be lighter or heavier, and how many answers that rests on.</source>
        <translation>여러 시각에 답을 남기면, 한 주의 어느 시각이 가볍거나 무거운 편인지, 답 몇 개를 바탕으로 한 것인지 보여 줘요.</translation>
    </message>
    <message>
        <source>Check in now</source>
        <translation>지금 안부 남기기</translation>
    </message>
</context>
<context>
    <name>Erase</name>
    <message>
        <source>There is nothing to erase.</source>
        <translation>지울 것이 없어요.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>This goes, and nothing brings it back:</source>
        <translation>이 파일들이 사라지고, 다시 되돌릴 수 없어요:</translation>
    </message>
    <message>
        <source>This goes for good:</source>
        <translation>다음이 모두 사라지고, 다시 되돌릴 수 없어요:</translation>
    </message>
    <message>
        <source>Copies, exports and pictures that you put elsewhere stay, and so does Herwidget itself. It ends then, and would begin as on its first day.</source>
        <translation>다른 곳에 둔 복사본과 내보낸 파일, 그림, 그리고 Herwidget 프로그램은 그대로 있어요. 지우고 나면 프로그램이 끝나고, 다시 시작하면 첫날처럼 시작해요.</translation>
    </message>
    <message>
        <source>Yes, all of this, for good</source>
        <translation>네, 이 모두를 완전히 지울게요</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>(and starting with the computer)</source>
        <translation>(그리고 컴퓨터를 켤 때 함께 시작하기)</translation>
    </message>
    <message>
        <source>(and what is left of starting with the computer)</source>
        <translation>(그리고 컴퓨터를 켤 때 함께 시작하려고 만든 것)</translation>
    </message>
    <message>
        <source>Erase all of this for good? (y/n)</source>
        <translation>모두 완전히 지울까요? (y/n)</translation>
    </message>
    <message>
        <source>Not everything is erased</source>
        <translation>지우지 못한 것이 있어요</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>모두 지웠어요</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>아무것도 지우지 않았어요.</translation>
    </message>
    <message>
        <source>Herwidget may still start with the computer. Switch that off in the system&apos;s own settings.</source>
        <translation>Herwidget이 아직 컴퓨터와 함께 시작될 수 있어요. 시스템 설정에서 꺼 주세요.</translation>
    </message>
    <message>
        <source>All else is erased, but these files could not be removed: {paths}. Remove them.</source>
        <translation>나머지는 모두 지웠지만 이 파일들은 지우지 못했어요: {paths}. 직접 지워 주세요.</translation>
    </message>
    <message>
        <source>The journal</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>One backup</source>
        <translation>백업 1개</translation>
    </message>
    <message>
        <source>{count} backups</source>
        <translation>백업 {count}개</translation>
    </message>
    <message>
        <source>One journal that was set aside</source>
        <translation>따로 옮겨 둔 기록 1개</translation>
    </message>
    <message>
        <source>{count} journals that were set aside</source>
        <translation>따로 옮겨 둔 기록 {count}개</translation>
    </message>
    <message>
        <source>The demonstration&apos;s made-up journal</source>
        <translation>지어낸 기록</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>The log, which holds no answers</source>
        <translation>로그(답은 들어 있지 않아요)</translation>
    </message>
    <message>
        <source>Starting with the computer</source>
        <translation>컴퓨터를 켤 때 함께 시작하기</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>사람 {count}명</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>사람 1명</translation>
    </message>
    <message>
        <source>{entries}, {people}</source>
        <translation>{entries}, {people}</translation>
    </message>
    <message>
        <source>No entries</source>
        <translation>안부 없음</translation>
    </message>
    <message>
        <source>One entry</source>
        <translation>안부 1개</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>안부 {count}개</translation>
    </message>
    <message>
        <source>All of this is erased. Copies, exports and pictures that you put elsewhere are still there, and so is Herwidget itself: remove it the way it was installed.</source>
        <translation>모두 지웠어요. 다른 곳에 둔 복사본과 내보낸 파일, 그림은 그대로 있어요. Herwidget 프로그램도 남아 있으니, 없애려면 설치했던 방법대로 제거해 주세요.</translation>
    </message>
    <message>
        <source>The demonstration is open, so nothing was changed. Quit it, then try again.</source>
        <translation>지어낸 기록이 열려 있어서 아무것도 바꾸지 않았어요. 종료한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>This file does not look like a journal of Herwidget, so nothing was erased: {path}. Remove it by hand.</source>
        <translation>Herwidget의 기록으로 보이지 않아서 아무것도 지우지 않았어요: {path}. 필요하면 직접 지워 주세요.</translation>
    </message>
    <message>
        <source>This file does not look like settings of Herwidget, so nothing was erased: {path}. Remove it by hand.</source>
        <translation>Herwidget의 설정으로 보이지 않아서 아무것도 지우지 않았어요: {path}. 필요하면 직접 지워 주세요.</translation>
    </message>
    <message>
        <source>To be rid of it all</source>
        <translation>모두 없애고 싶을 때</translation>
    </message>
    <message>
        <source>Everything that Herwidget ever wrote on this computer, for good</source>
        <translation>Herwidget이 이 컴퓨터에 적은 것을 모두, 완전히</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>모두 지우기…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>There is no journal yet, so there is nothing to export: {path}</source>
        <translation>기록이 아직 없어서 내보낼 것이 없어요: {path}</translation>
    </message>
    <message>
        <source>Or replace it with --force.</source>
        <translation>그 파일을 바꾸려면 --force를 붙여 주세요.</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>안부 번호</translation>
    </message>
    <message>
        <source>Kind of check-in</source>
        <translation>안부 종류</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Asks about</source>
        <translation>묻는 것</translation>
    </message>
    <message>
        <source>Question&apos;s id</source>
        <translation>질문 ID</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Option&apos;s id</source>
        <translation>선택지 ID</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람들</translation>
    </message>
    <message>
        <source>Answered at (UTC)</source>
        <translation>답한 때(UTC)</translation>
    </message>
    <message>
        <source>Written down later at (UTC)</source>
        <translation>나중에 적은 때(UTC)</translation>
    </message>
    <message>
        <source>1 answer was exported: {path}</source>
        <translation>답 1개를 내보냈어요: {path}</translation>
    </message>
    <message>
        <source>{count} answers were exported: {path}</source>
        <translation>답 {count}개를 내보냈어요: {path}</translation>
    </message>
    <message>
        <source>Herwidget does not protect this file: whoever can open it can read what you told.</source>
        <translation>Herwidget은 이 파일을 보호하지 않아요. 파일을 열 수 있는 사람은 누구나 남긴 것을 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>Nothing was exported: {path} does not end in .csv or .json. Choose one of these two.</source>
        <translation>내보내지 않았어요. 이름이 .csv나 .json으로 끝나도록 적어 주세요: {path}</translation>
    </message>
    <message>
        <source>Nothing was exported: there is a file already, and it was left as it is: {path}. Name another.</source>
        <translation>내보내지 않았어요. 이미 파일이 있어서 그대로 두었어요: {path}. 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>Nothing was exported: {path} is the journal itself. It was left as it is; name another file.</source>
        <translation>내보내지 않았어요. 이 파일은 기록 자체라서 그대로 두었어요: {path}. 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>Nothing was exported: there is no folder {folder}. Make it first, or choose another place.</source>
        <translation>내보내지 않았어요. 이 폴더가 없어요: {folder}. 폴더를 먼저 만들거나 다른 곳을 골라 주세요.</translation>
    </message>
    <message>
        <source>Nothing was exported to {path} ({reason}). Choose another place.</source>
        <translation>이곳에 쓸 수 없어서({reason}) 내보내지 않았어요: {path}. 다른 곳을 골라 주세요.</translation>
    </message>
    <message>
        <source>Everything you told, in a file</source>
        <translation>남긴 것을 모두 파일로</translation>
    </message>
    <message>
        <source>A table for a spreadsheet (CSV), or all that is kept, for programs (JSON)</source>
        <translation>스프레드시트에서 여는 표(CSV)나, 프로그램이 읽는 전체 기록(JSON)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv);;All that is kept, for programs (*.json)</source>
        <translation>스프레드시트용 표 (*.csv);;프로그램용 전체 기록 (*.json)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>A small question, now and then</source>
        <translation>가끔, 작은 질문 하나</translation>
    </message>
    <message>
        <source>It is not a companion and not a doctor. It keeps no score, sends nothing anywhere, and never opens an internet connection.</source>
        <translation>말벗도 의사도 아니에요. 점수를 매기지 않고, 아무것도 밖으로 보내지 않고, 인터넷에도 연결하지 않아요.</translation>
    </message>
    <message>
        <source>Herwidget asks how you are, keeps your answers on this computer, and shows them back to you. The questions come from an essay on a film about being heard, by a machine or by somebody.</source>
        <translation>Herwidget은 가끔 마음을 묻고, 답은 이 컴퓨터에만 두었다가 다시 보여 줘요. 질문은 한 에세이에서 왔어요. 기계든 사람이든, 마음을 들어주는 누군가를 그린 영화에 관한 글이에요.</translation>
    </message>
    <message>
        <source>When your days drift from your usual, it suggests one real person to reach out to. It asks less while your weeks are full of people who hear you. No answer is an answer, too.</source>
        <translation>하루하루가 평소와 달라지면 연락해 볼 만한 한 사람을 권해요. 들어주는 사람이 많은 주가 이어지면 덜 물어요. 답하지 않는 것도 하나의 답이에요.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>When may it ask?</source>
        <translation>언제 물어보면 좋을까요?</translation>
    </message>
    <message>
        <source>At random moments inside your hours, hours apart, ten seconds each. In full screen, with do-not-disturb on or while you are away it keeps still, as far as this desktop tells.</source>
        <translation>정해 둔 시간 안에서, 몇 시간씩 띄워, 그때그때 다른 순간에 물어요. 답하는 데는 10초면 돼요. 전체 화면이거나 방해 금지가 켜져 있거나 자리를 비웠을 때는, 데스크톱에서 알 수 있는 한 묻지 않아요.</translation>
    </message>
    <message>
        <source>Check-ins a day</source>
        <translation>하루 질문 횟수</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>묻는 시간</translation>
    </message>
    <message>
        <source>Who can hear you?</source>
        <translation>이야기를 들어줄 사람은 누구일까요?</translation>
    </message>
    <message>
        <source>Up to five people you could tell how you really are. Names are enough, one is plenty, and it can wait. They are never told.</source>
        <translation>어떻게 지내는지 솔직하게 말할 수 있는 사람을 다섯 명까지 적을 수 있어요. 이름이면 충분하고, 한 명이어도 좋고, 나중에 적어도 돼요. 적힌 사람에게는 알리지 않아요.</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name {number}</source>
        <translation>이름 {number}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Ask the first question</source>
        <translation>첫 질문 받기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The names could not be kept; go on once more to begin without them.</source>
        <translation>이름을 저장하지 못했어요. 한 번 더 계속하면 이름 없이 시작해요.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A person can listen right now.</source>
        <translation>지금 바로 이야기를 들어줄 사람이 있어요.</translation>
    </message>
    <message>
        <source>These lines are answered by people. If you are in danger, call the emergency number.</source>
        <translation>이 번호들은 사람이 직접 받아요. 지금 위험하다면 긴급 전화번호로 전화해 주세요.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>나라</translation>
    </message>
    <message>
        <source>Choose your country</source>
        <translation>나라 선택</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>다른 나라</translation>
    </message>
    <message>
        <source>In an emergency: {number}</source>
        <translation>긴급 전화번호: {number}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화하기</translation>
    </message>
    <message>
        <source>Call {number}</source>
        <translation>{number}번으로 전화하기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>{number} 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>If you are thinking about ending your life, a person can listen right now.</source>
        <translation>삶을 끝내고 싶은 마음이 든다면, 지금 바로 이야기를 들어줄 사람이 있어요.</translation>
    </message>
    <message>
        <source>In danger now, call your local emergency number.</source>
        <translation>지금 위험하다면, 계신 곳의 긴급 전화번호로 전화해 주세요.</translation>
    </message>
    <message>
        <source>Only this computer read your words. Nothing was sent.</source>
        <translation>적은 글은 이 컴퓨터만 읽었어요. 아무 데도 보내지 않았어요.</translation>
    </message>
    <message>
        <source>You wrote something heavy</source>
        <translation>무거운 마음이 적혀 있어요</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Someone I trust</source>
        <translation>믿는 사람</translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation>{name}, 전화하기</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>{name}, 메일 쓰기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the link of {name}</source>
        <translation>{name}, 링크 열기</translation>
    </message>
    <message>
        <source>If nothing opens, dial {number} on any phone.</source>
        <translation>아무것도 열리지 않으면, 가까운 전화로 걸어 주세요: {number}</translation>
    </message>
    <message>
        <source>Nothing opened. The address: {address}</source>
        <translation>열린 프로그램이 없어요. 주소: {address}</translation>
    </message>
</context>
<context>
    <name>HelpLines</name>
    <message>
        <source>There is no line for “{country}” here. Listed are: {codes}.</source>
        <translation>“{country}”에 해당하는 상담 전화는 여기에 없어요. 쓸 수 있는 국가 코드는 다음과 같아요: {codes}.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>{value} of 100, from “{low}” to “{high}”</source>
        <translation>100 중 {value}(“{low}”에서 “{high}”까지)</translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message>
        <source>The year page shows a whole year: choose it with --year, not with --range.</source>
        <translation>year 페이지는 한 해를 모두 보여 줘요. --range 말고 --year로 골라 주세요.</translation>
    </message>
    <message>
        <source>--year goes with the page “year” only; the others take --range.</source>
        <translation>--year는 “year” 페이지에서만 쓸 수 있어요. 다른 페이지에서는 --range를 써 주세요.</translation>
    </message>
    <message>
        <source>There is no year {year} to show.</source>
        <translation>보여 줄 수 없는 해예요: {year}</translation>
    </message>
    <message>
        <source>There is no journal yet, so there is nothing to draw: {path}</source>
        <translation>기록이 아직 없어서 그릴 것이 없어요: {path}</translation>
    </message>
    <message>
        <source>The mood told with a person&apos;s name, compared with the one told before it.</source>
        <translation>이름과 함께 남긴 마음을 그 앞의 마음과 견준 거예요.</translation>
    </message>
    <message>
        <source>Nothing was told that this chart could show ({days}), so nothing was saved.</source>
        <translation>이 도표에 담을 답이 없어서 저장하지 않았어요: {days}</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>1 mood</source>
        <translation>마음 1개</translation>
    </message>
    <message>
        <source>{count} moods</source>
        <translation>마음 {count}개</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1일</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count}일</translation>
    </message>
    <message>
        <source>Whether someone heard you was not told.</source>
        <translation>누군가 들어줬는지는 남기지 않았어요.</translation>
    </message>
    <message>
        <source>Nothing told</source>
        <translation>남긴 답 없음</translation>
    </message>
    <message>
        <source>Mood: day means from {lowest} to {highest}, mean {mean}, n = {moods}</source>
        <translation>마음: 하루 평균 {lowest} ~ {highest}, 전체 평균 {mean}, n = {moods}</translation>
    </message>
    <message>
        <source>Mood: from {lowest} to {highest}, mean {mean}, n = {moods}</source>
        <translation>마음: {lowest} ~ {highest}, 평균 {mean}, n = {moods}</translation>
    </message>
    <message>
        <source>Mood: {mood}, n = {moods}</source>
        <translation>마음: {mood}, n = {moods}</translation>
    </message>
    <message>
        <source>{pairs} of {least}: too few</source>
        <translation>{least}쌍 중 {pairs}쌍: 아직 적어요</translation>
    </message>
    <message>
        <source>lighter · n = {pairs}</source>
        <translation>더 가벼움 · n = {pairs}</translation>
    </message>
    <message>
        <source>heavier · n = {pairs}</source>
        <translation>더 무거움 · n = {pairs}</translation>
    </message>
    <message>
        <source>no clear difference · n = {pairs}</source>
        <translation>뚜렷한 차이 없음 · n = {pairs}</translation>
    </message>
    <message>
        <source>{mean} steps of mood, 95 % interval {low} to {high}, n = {pairs} pairs</source>
        <translation>마음 {mean}단계, 95% 구간 {low} ~ {high}, n = {pairs}쌍</translation>
    </message>
    <message>
        <source>No one that day</source>
        <translation>들어준 사람 없던 날</translation>
    </message>
    <message>
        <source>Nothing was told in these days.</source>
        <translation>이 기간에는 남긴 답이 없어요.</translation>
    </message>
    <message>
        <source>{check_ins}, n = {moods}. {heard}</source>
        <translation>{check_ins}, {moods}(n)를 바탕으로 했어요. {heard}</translation>
    </message>
    <message>
        <source>Told of {told} out of {days}.</source>
        <translation>{days}일 가운데 {told} 동안 답을 남겼어요.</translation>
    </message>
    <message>
        <source>Mean of the days&apos; moods: {mean} on the scale from 1 to 5, n = {days}.</source>
        <translation>n = {days}, 하루 마음의 평균은 1~5 중 {mean} 정도예요.</translation>
    </message>
    <message>
        <source>n = {moods}. Association, not cause.</source>
        <translation>{moods}(n)를 바탕으로 했어요. 함께 나타났을 뿐, 원인은 아니에요.</translation>
    </message>
    <message>
        <source>Too few days to compare moods with the two weeks before ({pairs} of the {least} pairs it takes).</source>
        <translation>필요한 {least}쌍 중 {pairs}쌍뿐이라, 그 앞 2주와 마음을 견주기엔 날이 적어요.</translation>
    </message>
    <message>
        <source>Nothing was told in this year.</source>
        <translation>이 해에는 남긴 답이 없어요.</translation>
    </message>
    <message>
        <source>On one day you said whether someone heard you; someone did.</source>
        <translation>누군가 들어줬는지 하루 남겼고, 그날 누군가 들어줬어요.</translation>
    </message>
    <message>
        <source>On one day you said whether someone heard you; no one did.</source>
        <translation>누군가 들어줬는지 하루 남겼고, 그날 들어준 사람은 없었어요.</translation>
    </message>
    <message>
        <source>On {told} days you said whether someone heard you; on none of them did anyone.</source>
        <translation>누군가 들어줬는지 남긴 날은 {told}일이고, 그중 들어준 사람이 있던 날은 없었어요.</translation>
    </message>
    <message>
        <source>On {told} days you said whether someone heard you; on one of them someone did.</source>
        <translation>누군가 들어줬는지 남긴 날은 {told}일이고, 그중 하루는 누군가 들어줬어요.</translation>
    </message>
    <message>
        <source>On {told} days you said whether someone heard you; on {heard} someone did.</source>
        <translation>누군가 들어줬는지 남긴 날은 {told}일이고, 그중 {heard}일은 누군가 들어줬어요.</translation>
    </message>
    <message>
        <source>Nothing was told in the last two weeks, so they say nothing.</source>
        <translation>지난 2주 동안 남긴 답이 없어서 알 수 있는 것도 없어요.</translation>
    </message>
    <message>
        <source>In the two weeks before, it was {heard} of {told}.</source>
        <translation>그 앞 2주에는 {told}일 중 {heard}일이었어요.</translation>
    </message>
    <message>
        <source>Your days were lighter than in the two weeks before</source>
        <translation>그 앞 2주보다 하루하루가 가벼웠어요</translation>
    </message>
    <message>
        <source>Your days were heavier than in the two weeks before</source>
        <translation>그 앞 2주보다 하루하루가 무거웠어요</translation>
    </message>
    <message>
        <source>No clear difference in mood from the two weeks before</source>
        <translation>그 앞 2주와 마음에 뚜렷한 차이는 없어요</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>일주일</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>한 달</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>석 달</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>한 해</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>A week, as you told it</source>
        <translation>남긴 대로 본 일주일</translation>
    </message>
    <message>
        <source>A month, as you told it</source>
        <translation>남긴 대로 본 한 달</translation>
    </message>
    <message>
        <source>Three months, as you told them</source>
        <translation>남긴 대로 본 석 달</translation>
    </message>
    <message>
        <source>A year, as you told it</source>
        <translation>남긴 대로 본 한 해</translation>
    </message>
    <message>
        <source>All of it, as you told it</source>
        <translation>남긴 대로 본 모든 날</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>For {hours} hours</source>
        <translation>{hours}시간 동안</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1시간 동안</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>내일까지</translation>
    </message>
    <message>
        <source>Until I say</source>
        <translation>다시 켤 때까지</translation>
    </message>
    <message>
        <source>“{time}” is not a time to pause for. Say 30m, 2h, 3d, tomorrow, on or off.</source>
        <translation>“{time}”만으로는 쉬어 갈 시간을 알 수 없어요. 30m, 2h, 3d, tomorrow, on, off처럼 적어 주세요.</translation>
    </message>
    <message>
        <source>Asking as planned</source>
        <translation>이제 예정대로 질문이 나와요</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People who can hear you</source>
        <translation>내 얘기를 들어줄 수 있는 사람들</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>From an address book, a vCard file</source>
        <translation>주소록(vCard 파일)에서</translation>
    </message>
    <message>
        <source>Choose who can hear you</source>
        <translation>내 얘기를 들어줄 수 있는 사람 고르기</translation>
    </message>
    <message>
        <source>Only those you tick are kept: their name and the first way to reach them.</source>
        <translation>표시한 사람만 남겨요. 이름과 첫 번째 연락처만 담아요.</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>이름 찾기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>“{name}” is on your list already; nobody was added.</source>
        <translation>이미 목록에 있어서 아무도 추가하지 않았어요: “{name}”.</translation>
    </message>
    <message>
        <source>{chosen} of {all} ticked</source>
        <translation>{all}명 중 {chosen}명 표시함</translation>
    </message>
    <message>
        <source>{count} people are on the list now.</source>
        <translation>{count}명이 목록에 들어갔어요.</translation>
    </message>
    <message>
        <source>More: {name}</source>
        <translation>더 보기: {name}</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>고치기…</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>연락처 복사</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 옮기기</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 옮기기</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>목록에서 빼 두기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>다시 넣기</translation>
    </message>
    <message>
        <source>Take back: {name}</source>
        <translation>다시 넣기: {name}</translation>
    </message>
    <message>
        <source>Put away ({count})</source>
        <translation>빼 둔 사람 ({count})</translation>
    </message>
    <message>
        <source>The mood told with a person&apos;s name, compared with the one told before it. All your answers.</source>
        <translation>이름과 함께 남긴 마음을 그 앞의 마음과 견준 거예요. 남긴 답 전체예요.</translation>
    </message>
    <message>
        <source>No program here opens this, so nothing was opened: {address}</source>
        <translation>이것을 여는 프로그램이 없어서 아무것도 열지 않았어요: {address}</translation>
    </message>
    <message>
        <source>vCard files (*.vcf *.vcard);;All files (*)</source>
        <translation>vCard 파일 (*.vcf *.vcard);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>{name} is at place {place} of {count} now.</source>
        <translation>{name} 이제 {count}명 중 {place}번째에 있어요.</translation>
    </message>
    <message>
        <source>{name} was put away. The answers keep the name.</source>
        <translation>{name} 목록에서 빼 두었어요. 답에는 이름이 그대로 있어요.</translation>
    </message>
    <message>
        <source>{name} is on the list.</source>
        <translation>{name} 목록에 있어요.</translation>
    </message>
    <message>
        <source>Nobody is here yet. Add someone who can hear you, or choose a few from an address book. The names you give when a check-in asks who heard you stand here too, with the day they last did and how you were after.</source>
        <translation>아직 아무도 없어요. 내 얘기를 들어줄 수 있는 사람을 추가하거나, 주소록에서 몇 명만 골라도 좋아요. 누가 들어줬는지 남길 때 적은 이름도 여기에 있고, 마지막으로 들어준 날과 그 뒤의 마음이 함께 보여요.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>글 보내기</translation>
    </message>
    <message>
        <source>Write: {name}</source>
        <translation>글 보내기: {name}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화하기</translation>
    </message>
    <message>
        <source>Call: {name}</source>
        <translation>전화하기: {name}</translation>
    </message>
    <message>
        <source>Open: {name}</source>
        <translation>열기: {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>“{name}” is not in this file; nobody was added. Leave --name out to see who is.</source>
        <translation>이 파일에 없는 이름이라 아무도 추가하지 않았어요: “{name}”. --name을 빼면 누가 있는지 볼 수 있어요.</translation>
    </message>
    <message>
        <source>{name} · on your list</source>
        <translation>{name} · 목록에 있음</translation>
    </message>
    <message>
        <source>Nobody was added. Choose with --name NAME, once for each person, or with --all.</source>
        <translation>아무도 추가하지 않았어요. 한 사람마다 --name NAME을 쓰거나, 모두라면 --all을 쓰세요.</translation>
    </message>
    <message>
        <source>Added: {person}</source>
        <translation>추가함: {person}</translation>
    </message>
    <message>
        <source>Nobody is on the list yet. Add somebody in the window, or with “herwidget import”.</source>
        <translation>아직 목록에 아무도 없어요. 창에서 추가하거나 “herwidget import” 명령을 쓰면 돼요.</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>아직 남긴 적 없음</translation>
    </message>
    <message>
        <source>{when}, face to face</source>
        <translation>{when}, 만나서</translation>
    </message>
    <message>
        <source>{when}, on a call</source>
        <translation>{when}, 통화로</translation>
    </message>
    <message>
        <source>{when}, in writing</source>
        <translation>{when}, 글로</translation>
    </message>
    <message>
        <source>no pattern yet</source>
        <translation>아직 흐름을 알 수 없음</translation>
    </message>
    <message>
        <source>no pattern yet, n = {pairs}</source>
        <translation>아직 흐름을 알 수 없음, n = {pairs}</translation>
    </message>
    <message>
        <source>usually lighter after, n = {pairs}</source>
        <translation>그 뒤에는 대체로 더 가벼움, n = {pairs}</translation>
    </message>
    <message>
        <source>a little lighter after, n = {pairs}</source>
        <translation>그 뒤에는 조금 더 가벼움, n = {pairs}</translation>
    </message>
    <message>
        <source>usually heavier after, n = {pairs}</source>
        <translation>그 뒤에는 대체로 더 무거움, n = {pairs}</translation>
    </message>
    <message>
        <source>a little heavier after, n = {pairs}</source>
        <translation>그 뒤에는 조금 더 무거움, n = {pairs}</translation>
    </message>
    <message>
        <source>no clear difference after, n = {pairs}</source>
        <translation>그 뒤에 뚜렷한 차이 없음, n = {pairs}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>An e-mail address looks like mina@example.org.</source>
        <translation>이메일 주소는 mina@example.org처럼 생겼어요.</translation>
    </message>
    <message>
        <source>One address is enough, without a comma.</source>
        <translation>쉼표 없이 주소 하나면 충분해요.</translation>
    </message>
    <message>
        <source>A number has digits, spaces, hyphens and brackets, and may begin with +.</source>
        <translation>전화번호는 숫자, 빈칸, 붙임표, 괄호로 이루어지고 +로 시작해도 돼요.</translation>
    </message>
    <message>
        <source>A number has {fewest} to {most} digits.</source>
        <translation>전화번호의 숫자는 {fewest}~{most}개예요.</translation>
    </message>
    <message>
        <source>A link begins with https:// and has no spaces.</source>
        <translation>링크는 https://로 시작하고 빈칸이 없어요.</translation>
    </message>
    <message>
        <source>A link begins with https://, or opens a program that people talk with.</source>
        <translation>링크는 https://로 시작하거나, 사람들과 이야기하는 프로그램을 여는 것이어야 해요.</translation>
    </message>
    <message>
        <source>There are characters in it that no address has.</source>
        <translation>주소에 쓸 수 없는 글자가 들어 있어요.</translation>
    </message>
    <message>
        <source>That is too long for an address.</source>
        <translation>주소로는 너무 길어요.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}): {path}. Nothing was added. Choose another file.</source>
        <translation>파일을 읽을 수 없어서({reason}) 아무도 추가하지 않았어요: {path}. 다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>The file is too large for an address book: {path}. Nothing was added. Choose another file.</source>
        <translation>주소록으로는 파일이 너무 커요: {path}. 아무도 추가하지 않았어요. 다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>There is nobody in this file, or it is no vCard file: {path}. Nothing was added. Export your contacts as vCard (.vcf), then choose that file.</source>
        <translation>이 파일에 사람이 없거나 vCard 파일이 아니에요: {path}. 아무도 추가하지 않았어요. 연락처를 vCard(.vcf)로 내보낸 뒤 그 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>One card could not be read and is left out.</source>
        <translation>연락처 1개는 읽을 수 없어서 뺐어요.</translation>
    </message>
    <message>
        <source>{count} cards could not be read and are left out.</source>
        <translation>연락처 {count}개는 읽을 수 없어서 뺐어요.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days}일 전</translation>
    </message>
    <message>
        <source>Someone who can hear you</source>
        <translation>내 얘기를 들어줄 수 있는 사람</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Give a name first, any that you know them by.</source>
        <translation>먼저 이름을 적어 주세요. 부르는 이름이면 무엇이든 좋아요.</translation>
    </message>
    <message>
        <source>The changes to {name} were kept.</source>
        <translation>바꾼 내용을 저장했어요: {name}.</translation>
    </message>
    <message>
        <source>How to reach them, if you like</source>
        <translation>연락하는 방법 (적고 싶다면)</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>연락하는 방법</translation>
    </message>
    <message>
        <source>“{name}” was put away. Take them back from the list, or choose another name.</source>
        <translation>빼 둔 사람이에요: “{name}”. 목록에 다시 넣거나 다른 이름을 골라 주세요.</translation>
    </message>
    <message>
        <source>“{name}” is on your list already. Choose a name that tells them apart.</source>
        <translation>이미 목록에 있어요: “{name}”. 구별할 수 있는 이름을 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>A name for some days</source>
        <translation>며칠에 이름 붙이기</translation>
    </message>
    <message>
        <source>A named period</source>
        <translation>이름 붙인 기간</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>A move, a new job, a holiday</source>
        <translation>이사, 새 직장, 휴가</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>첫날</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>마지막 날</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Give it a name first, as short as you like.</source>
        <translation>먼저 이름을 붙여 주세요. 짧아도 돼요.</translation>
    </message>
    <message>
        <source>The last day lies before the first one. Change one of them.</source>
        <translation>마지막 날이 첫날보다 앞이에요. 둘 중 하나를 바꿔 주세요.</translation>
    </message>
    <message>
        <source>The period was kept.</source>
        <translation>기간을 저장했어요.</translation>
    </message>
    <message>
        <source>The period was removed. The answers of its days are all there.</source>
        <translation>기간을 지웠어요. 그동안의 답은 모두 그대로 있어요.</translation>
    </message>
    <message>
        <source>This period is not there any more. It was removed elsewhere.</source>
        <translation>이 기간은 이제 없어요. 다른 곳에서 지워졌어요.</translation>
    </message>
</context>
<context>
    <name>Quit</name>
    <message>
        <source>Herwidget is not running.</source>
        <translation>실행 중인 Herwidget이 없어요.</translation>
    </message>
    <message>
        <source>Herwidget has ended.</source>
        <translation>Herwidget을 종료했어요.</translation>
    </message>
    <message>
        <source>Herwidget is running and did not end. Nothing was lost: each answer is kept as it is given. Try again in a moment, or log out and in.</source>
        <translation>Herwidget이 실행 중인데 종료되지 않았어요. 잃은 것은 없어요. 답은 하나하나 바로 남으니까요. 잠시 뒤에 다시 해 보거나, 로그아웃했다가 다시 로그인해 주세요.</translation>
    </message>
</context>
<context>
    <name>Rhythm</name>
    <message>
        <source>The rhythm of your weeks</source>
        <translation>한 주의 리듬</translation>
    </message>
    <message>
        <source>The mean mood of each hour, as the clock showed it where you were.</source>
        <translation>시각마다 남긴 마음의 평균이에요. 시각은 그때 있던 곳의 시계를 따라요.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>When it may ask</source>
        <translation>질문 받기</translation>
    </message>
    <message>
        <source>Check-ins a day</source>
        <translation>하루 질문 횟수</translation>
    </message>
    <message>
        <source>You can always check in from the tray.</source>
        <translation>안부는 언제든 트레이에서 남길 수 있어요.</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>묻는 시간</translation>
    </message>
    <message>
        <source>Random moments, never on the hour</source>
        <translation>정각을 피해, 그때그때 다른 순간에</translation>
    </message>
    <message>
        <source>With a card</source>
        <translation>카드로</translation>
    </message>
    <message>
        <source>With a notification</source>
        <translation>알림으로</translation>
    </message>
    <message>
        <source>How it asks</source>
        <translation>묻는 방식</translation>
    </message>
    <message>
        <source>A notification never shows the question itself</source>
        <translation>알림에는 질문 내용이 나오지 않아요</translation>
    </message>
    <message>
        <source>Stay silent in full screen, with do-not-disturb on, or while away</source>
        <translation>전체 화면일 때, 방해 금지일 때, 자리를 비웠을 때는 묻지 않기</translation>
    </message>
    <message>
        <source>Ask less as things go well</source>
        <translation>잘 지낼 때는 덜 묻기</translation>
    </message>
    <message>
        <source>Fewer when your weeks are full of people</source>
        <translation>사람들과 함께하는 날이 많을 때는 더 적게 물어요</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>쉬어 가기</translation>
    </message>
    <message>
        <source>The journal cannot be opened</source>
        <translation>기록 파일을 열 수 없어요</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>질문 다시 켜기</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>쉬는 중 아님</translation>
    </message>
    <message>
        <source>What it notices</source>
        <translation>무엇을 알아차리나요</translation>
    </message>
    <message>
        <source>Suggest reaching out when your days drift from your usual</source>
        <translation>하루하루가 평소와 달라질 때 연락을 권하기</translation>
    </message>
    <message>
        <source>Seldom</source>
        <translation>드물게</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>더 일찍</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>알아차리는 때</translation>
    </message>
    <message>
        <source>Sooner notices more, and is wrong more often</source>
        <translation>더 일찍 알아차릴수록 틀리는 일도 잦아요</translation>
    </message>
    <message>
        <source>How it notices</source>
        <translation>이렇게 알아차려요</translation>
    </message>
    <message>
        <source>The rule, its limits, and how often it is wrong</source>
        <translation>규칙과 한계, 그리고 얼마나 자주 틀리는지</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>화면 표시</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>시스템 설정에 맞춤</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>High</source>
        <translation>높게</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>Desk card</source>
        <translation>바탕 화면 카드</translation>
    </message>
    <message>
        <source>Your week, small, on the desktop, where others may see it too</source>
        <translation>한 주의 마음을 바탕 화면에 작게, 곁에 있는 사람에게도 보일 수 있어요</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>남긴 답</translation>
    </message>
    <message>
        <source>Only when you open it</source>
        <translation>직접 열 때만</translation>
    </message>
    <message>
        <source>Up to {number}</source>
        <translation>최대 {number}번</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>끝나는 시각</translation>
    </message>
</context>
<context>
    <name>Signals</name>
    <message>
        <source>Who would you like to hear from?</source>
        <translation>누구의 소식이 듣고 싶으세요?</translation>
    </message>
    <message>
        <source>Several evenings in a row felt far from everyone.</source>
        <translation>며칠 저녁 내리 다들 멀게 느껴졌어요.</translation>
    </message>
    <message>
        <source>{days} days ago you last told of someone hearing you.</source>
        <translation>누군가 내 얘기를 들어줬다고 남긴 지 {days}일이 지났어요.</translation>
    </message>
    <message>
        <source>After {name} heard you, you were lighter than before, on average over {pairs} times.</source>
        <translation>{name}: 이야기를 들어준 {pairs}번, 평균적으로 그 전보다 마음이 가벼웠어요.</translation>
    </message>
    <message>
        <source>Perhaps {name}?</source>
        <translation>{name}에게 연락해 보면 어떨까요?</translation>
    </message>
    <message>
        <source>{name}: last heard you {days} days ago. An old friend may be glad.</source>
        <translation>{name}: 마지막으로 들어준 지 {days}일이 지났어요. 오랜 친구가 반가워할지도 몰라요.</translation>
    </message>
    <message>
        <source>{name}: heard you today.</source>
        <translation>{name}: 오늘 들어줬어요.</translation>
    </message>
    <message>
        <source>{name}: heard you yesterday.</source>
        <translation>{name}: 어제 들어줬어요.</translation>
    </message>
    <message>
        <source>{name}: last heard you {days} days ago.</source>
        <translation>{name}: {days}일 전에 들어줬어요.</translation>
    </message>
    <message>
        <source>Still learning your usual: {answered} of {needed} days answered.</source>
        <translation>{needed}일 중 {answered}일의 답으로 아직 평소를 알아 가는 중이에요.</translation>
    </message>
    <message>
        <source>Still learning your usual. Until then a plain rule holds: three answered days in a row far from everyone, and nobody who heard you.</source>
        <translation>아직 평소를 알아 가는 중이에요. 그때까지는 간단한 규칙을 써요. 답한 날 사흘 내리 다들 멀게 느껴지고 들어준 사람이 없으면 연락을 권해요.</translation>
    </message>
    <message>
        <source>Slow average: {average} of 100. Your usual: {usual}. Limit: {limit}.</source>
        <translation>느린 평균 {average}, 평소 {usual}, 기준선 {limit}(모두 100 중)</translation>
    </message>
    <message>
        <source>{what}, of 100: {days}</source>
        <translation>{what}(100 중): {days}</translation>
    </message>
    <message>
        <source>A sustained change from your usual, seen in your own answers. Nothing more.</source>
        <translation>남긴 답에서 보인, 평소와 다른 흐름이에요. 그 이상은 아니에요.</translation>
    </message>
    <message>
        <source>Lately people have felt further away than is usual for you.</source>
        <translation>요즘 사람들이 평소보다 멀게 느껴졌어요.</translation>
    </message>
    <message>
        <source>Lately you have felt lonelier than is usual for you.</source>
        <translation>요즘 평소보다 외로움이 컸어요.</translation>
    </message>
    <message>
        <source>Lately your days have been heavier than is usual for you.</source>
        <translation>요즘 하루하루가 평소보다 무거웠어요.</translation>
    </message>
    <message>
        <source>You asked for this yourself. Your answers are as usual for you.</source>
        <translation>직접 열어 본 카드예요. 남긴 답은 평소와 같아요.</translation>
    </message>
    <message>
        <source>You asked for this yourself. Your answers are a little away from your usual.</source>
        <translation>직접 열어 본 카드예요. 남긴 답은 평소와 조금 달라요.</translation>
    </message>
    <message>
        <source>You asked for this yourself.</source>
        <translation>직접 열어 본 카드예요.</translation>
    </message>
    <message>
        <source>Your answers on connection, loneliness and mood, taken together, have stood above your own limit for three answered days in a row.</source>
        <translation>멀게 느낀 정도, 외로움, 무거운 마음을 함께 보면, 답한 날 사흘 내리 평소를 바탕으로 한 기준선을 넘었어요.</translation>
    </message>
    <message>
        <source>Your answers on connection have stood above your own limit for three answered days in a row.</source>
        <translation>멀게 느낀 정도가 답한 날 사흘 내리 평소를 바탕으로 한 기준선을 넘었어요.</translation>
    </message>
    <message>
        <source>Far from others</source>
        <translation>멀게 느낀 정도</translation>
    </message>
    <message>
        <source>Loneliness</source>
        <translation>외로움</translation>
    </message>
    <message>
        <source>Heavy mood</source>
        <translation>무거운 마음</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Herwidget is running.</source>
        <translation>Herwidget이 실행 중이에요.</translation>
    </message>
    <message>
        <source>Herwidget is not running: it asks nothing until it is started.</source>
        <translation>Herwidget이 실행되고 있지 않아요. 시작하기 전까지는 아무것도 묻지 않아요.</translation>
    </message>
    <message>
        <source>{check_ins} answered, kept in {path}</source>
        <translation>남긴 {check_ins}, 저장 위치: {path}</translation>
    </message>
    <message>
        <source>The journal is not in its place: {path}.</source>
        <translation>기록이 제자리에 없어요: {path}.</translation>
    </message>
    <message>
        <source>There is no journal yet; it will be {path}</source>
        <translation>기록이 아직 없어요. 만들 위치: {path}</translation>
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>Yours to change. Nothing is sent from here.</source>
        <translation>마음껏 바꿔도 돼요. 여기서는 아무것도 보내지 않아요.</translation>
    </message>
    <message>
        <source>Reach out</source>
        <translation>연락하기</translation>
    </message>
    <message>
        <source>Something the days say</source>
        <translation>요즘 하루하루가 들려주는 것</translation>
    </message>
    <message>
        <source>Nobody is on your list yet. Who comes to mind? A name is enough.</source>
        <translation>아직 목록에 아무도 없어요. 떠오르는 사람이 있나요? 이름이면 충분해요.</translation>
    </message>
    <message>
        <source>Nobody else is on your list. Someone may come to mind anyway.</source>
        <translation>목록에 다른 사람이 없어요. 그래도 떠오르는 사람이 있을지 몰라요.</translation>
    </message>
    <message>
        <source>Open People</source>
        <translation>“사람들” 열기</translation>
    </message>
    <message>
        <source>A first line, yours to change</source>
        <translation>바꿔 써도 되는 첫마디</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>다른 첫마디</translation>
    </message>
    <message>
        <source>Casual</source>
        <translation>편하게</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>다정하게</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>말투</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>{name}에게 메일 쓰기</translation>
    </message>
    <message>
        <source>Text {name}</source>
        <translation>{name}에게 문자 쓰기</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation>{name}에게 전화하기</translation>
    </message>
    <message>
        <source>Copy, and open the link</source>
        <translation>복사하고 링크 열기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>첫마디 복사</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>다른 사람</translation>
    </message>
    <message>
        <source>I already did</source>
        <translation>이미 했어요</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>지금은 말고요</translation>
    </message>
    <message>
        <source>Why now?</source>
        <translation>왜 지금인가요?</translation>
    </message>
    <message>
        <source>See the chart</source>
        <translation>도표 보기</translation>
    </message>
    <message>
        <source>This is my new usual</source>
        <translation>요즘은 이게 평소예요</translation>
    </message>
    <message>
        <source>Your usual is learned anew from today on.</source>
        <translation>오늘부터 평소를 새로 알아 가요.</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>이 사람은 말고요</translation>
    </message>
    <message>
        <source>Stop suggesting</source>
        <translation>이제 권하지 않기</translation>
    </message>
    <message>
        <source>No program opened {address}. The line was copied; paste it where you like.</source>
        <translation>열 수 있는 프로그램이 없었어요: {address}. 첫마디를 복사해 두었으니 원하는 곳에 붙여 넣으면 돼요.</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Other countries: herwidget help-lines all</source>
        <translation>다른 나라: herwidget help-lines all</translation>
    </message>
    <message>
        <source>A few words may follow a number. Enter alone skips a step, “?” tells why it is asked, “q” ends.</source>
        <translation>번호 뒤에 한마디를 덧붙여도 돼요. 그냥 Enter를 누르면 건너뛰고, “?”는 묻는 이유, “q”는 끝내기예요.</translation>
    </message>
    <message>
        <source>Kept on this computer.</source>
        <translation>이 컴퓨터에 저장했어요.</translation>
    </message>
    <message>
        <source>Nothing was kept. That is fine, too.</source>
        <translation>남긴 답이 없어요. 그래도 괜찮아요.</translation>
    </message>
    <message>
        <source>  0 is “{low}”, 100 is “{high}”</source>
        <translation>  0은 “{low}”, 100은 “{high}”</translation>
    </message>
    <message>
        <source>A number from 0 to 100, please.</source>
        <translation>0에서 100 사이의 숫자를 적어 주세요.</translation>
    </message>
    <message>
        <source>A number from 1 to {last}, please.</source>
        <translation>1에서 {last} 사이의 숫자를 적어 주세요.</translation>
    </message>
    <message>
        <source>Who was it? (a name, or Enter)</source>
        <translation>누구였나요? (이름을 적거나 Enter)</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>How much is shown</source>
        <translation>보여 줄 기간</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>더 이전</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>더 이후</translation>
    </message>
    <message>
        <source>The line is a slow average; each bar is a day, from its heaviest to its lightest moment.</source>
        <translation>선은 느린 평균이에요. 막대 하나가 하루이고, 가장 무거운 순간부터 가장 가벼운 순간까지예요.</translation>
    </message>
    <message>
        <source>The line is a slow average; each bar is a week, from its heaviest to its lightest day.</source>
        <translation>선은 느린 평균이에요. 막대 하나가 한 주이고, 가장 무거운 날부터 가장 가벼운 날까지예요.</translation>
    </message>
    <message>
        <source>The line is a slow average; each bar is a month, from its heaviest to its lightest day.</source>
        <translation>선은 느린 평균이에요. 막대 하나가 한 달이고, 가장 무거운 날부터 가장 가벼운 날까지예요.</translation>
    </message>
    <message>
        <source>Who hears you, and how you were after, will be here once you have told of it.</source>
        <translation>누가 들어줬는지 남기면, 그 뒤의 마음이 어땠는지 여기에 보여요.</translation>
    </message>
    <message>
        <source>What the last two weeks say</source>
        <translation>지난 2주가 들려주는 것</translation>
    </message>
    <message>
        <source>Name a period…</source>
        <translation>기간에 이름 붙이기…</translation>
    </message>
    <message>
        <source>Change “{name}”…</source>
        <translation>“{name}” 바꾸기…</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Check in now</source>
        <translation>지금 안부 남기기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Reach out to someone</source>
        <translation>누군가에게 연락하기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>쉬어 가기</translation>
    </message>
    <message>
        <source>Ask again as planned</source>
        <translation>질문 다시 켜기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Look for a newer version</source>
        <translation>새 버전이 있는지 보기</translation>
    </message>
    <message>
        <source>If you need help now</source>
        <translation>지금 도움이 필요하다면</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>The journal cannot be opened</source>
        <translation>기록 파일을 열 수 없어요</translation>
    </message>
    <message>
        <source>Hide the desk card</source>
        <translation>바탕 화면 카드 숨기기</translation>
    </message>
    <message>
        <source>Show the desk card</source>
        <translation>바탕 화면 카드 보이기</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>이전 상태로 되돌렸어요.</translation>
    </message>
    <message>
        <source>This was changed again since, so it was left as it is now. Nothing was lost.</source>
        <translation>그 뒤에 다시 바뀌어서 지금 그대로 두었어요. 잃은 것은 없어요.</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>하루</translation>
    </message>
    <message>
        <source>Kept on this computer only.</source>
        <translation>이 컴퓨터에만 저장돼요.</translation>
    </message>
    <message>
        <source>Nothing answered yet</source>
        <translation>아직 남긴 답이 없어요</translation>
    </message>
    <message>
        <source>{check_ins} since {month}</source>
        <translation>{month}부터 {check_ins}</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>한 해</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>리듬</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람들</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>지금 도움받기</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>1 check-in</source>
        <translation>안부 1번</translation>
    </message>
    <message>
        <source>{count} check-ins</source>
        <translation>안부 {count}번</translation>
    </message>
    <message>
        <source>Herwidget took less than a minute of this week</source>
        <translation>이번 주 Herwidget에 쓴 시간은 1분이 안 돼요</translation>
    </message>
    <message>
        <source>Herwidget took 1 minute of this week</source>
        <translation>이번 주 Herwidget에 쓴 시간은 1분이에요</translation>
    </message>
    <message>
        <source>Herwidget took {count} minutes of this week</source>
        <translation>이번 주 Herwidget에 쓴 시간은 {count}분이에요</translation>
    </message>
    <message>
        <source>No question planned</source>
        <translation>예정된 질문 없음</translation>
    </message>
    <message>
        <source>Next: around {time}</source>
        <translation>다음 질문: {time}쯤</translation>
    </message>
    <message>
        <source>Next: tomorrow, around {time}</source>
        <translation>다음 질문: 내일 {time}쯤</translation>
    </message>
    <message>
        <source>Next: {day}, around {time}</source>
        <translation>다음 질문: {day} {time}쯤</translation>
    </message>
    <message>
        <source>Asking less: your weeks are full of people</source>
        <translation>사람들과 함께하는 날이 많아 덜 묻고 있어요</translation>
    </message>
    <message>
        <source>Paused until you say</source>
        <translation>다시 켤 때까지 쉬는 중</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>{time}까지 쉬는 중</translation>
    </message>
    <message>
        <source>Paused until tomorrow, {time}</source>
        <translation>내일 {time}까지 쉬는 중</translation>
    </message>
    <message>
        <source>Paused until {day}, {time}</source>
        <translation>{day} {time}까지 쉬는 중</translation>
    </message>
    <message>
        <source>Herwidget is running and has not brought the journal up to date, so it was left exactly as it is: {path}. End it with “herwidget quit”, then try again.</source>
        <translation>Herwidget이 실행 중인데 기록을 새 버전에 맞게 바꾸지 못해서 그대로 두었어요: {path}. “herwidget quit” 명령으로 종료한 다음 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Evening check-in</source>
        <translation>저녁 안부</translation>
    </message>
    <message>
        <source>A question for the week</source>
        <translation>한 주를 돌아보는 질문</translation>
    </message>
    <message>
        <source>A small question</source>
        <translation>작은 질문</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be kept. Everything kept before is safe. Make some room, then try again.</source>
        <translation>디스크가 가득 차서 방금 내용을 저장하지 못했어요. 이전에 저장한 것은 모두 안전해요. 공간을 비운 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The journal may not be written to: {path}. Everything kept before is safe. Allow writing to that folder, then try again.</source>
        <translation>기록 파일에 쓸 권한이 없어요: {path}. 이전에 저장한 것은 모두 안전해요. 그 폴더에 쓸 수 있게 한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Another program is holding the journal: {path}. Nothing was lost. Close that program, then try again.</source>
        <translation>다른 프로그램이 기록 파일을 사용하고 있어요: {path}. 사라진 것은 없어요. 그 프로그램을 닫은 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The journal cannot be read; it seems damaged: {path}. It was left exactly as it is. Put a copy of it back, or move it away to begin a new one.</source>
        <translation>기록 파일이 손상된 것 같아 읽을 수 없어요: {path}. 파일은 그대로 두었어요. 복사해 둔 파일로 되돌리거나, 이 파일을 다른 곳으로 옮기고 새로 시작해 주세요.</translation>
    </message>
    <message>
        <source>This journal was written by a newer Herwidget: {path}. It was left exactly as it is. Install the newer version to open it.</source>
        <translation>더 새로운 Herwidget에서 만든 기록 파일이에요: {path}. 파일은 그대로 두었어요. 새 버전을 설치하면 열 수 있어요.</translation>
    </message>
    <message>
        <source>This file belongs to another program: {path}. It was left exactly as it is. Choose another file.</source>
        <translation>다른 프로그램의 파일이에요: {path}. 파일은 그대로 두었어요. 다른 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>The journal cannot be reached: {path}. Nothing was changed. Check that the folder is there, then try again.</source>
        <translation>기록 파일에 접근할 수 없어요: {path}. 바뀐 것은 없어요. 폴더가 그 자리에 있는지 확인한 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The journal is not in its place any more: {path}. No other was begun, so nothing is split in two. Put it back to go on, or quit Herwidget and start it again to begin a new one.</source>
        <translation>기록이 더는 제자리에 없어요: {path}. 기록이 둘로 나뉘지 않도록 새 기록은 시작하지 않았어요. 제자리에 돌려놓으면 이어지고, 새로 시작하려면 Herwidget을 종료했다가 다시 켜 주세요.</translation>
    </message>
    <message>
        <source>The journal is from an earlier version, and the backup to be made before it is brought up to date could not be written: {path}. The journal was left exactly as it was. Make some room or allow writing there, then try again.</source>
        <translation>기록이 이전 버전의 것이라 새 버전에 맞추기 전에 백업을 만들려 했지만 쓰지 못했어요: {path}. 기록은 그대로 두었어요. 디스크 공간을 비우거나 그곳에 쓸 수 있게 한 다음 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The journal is from an earlier version and could not be brought up to date: {path}. It was left exactly as it was. Use the earlier Herwidget, or install a newer one.</source>
        <translation>기록이 이전 버전의 것인데 새 버전에 맞추지 못했어요: {path}. 기록은 그대로 두었어요. 이전 버전의 Herwidget을 쓰거나 더 새로운 버전을 설치해 주세요.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date pattern of Qt: day, month and year</comment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a date pattern of Qt: day and month</comment>
        <translation>M월 d일</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Opens this day</source>
        <translation>이날을 열어요</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>검색어 지우기</translation>
    </message>
    <message>
        <source>Search your words</source>
        <translation>남긴 글에서 찾기</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>줄여서 보기</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>{count}개 더 보기</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>{count}개 모두 보기</translation>
    </message>
    <message>
        <source>Notes and answers in words will stand here, to be read again and searched. Nothing has to be written.</source>
        <translation>글로 남긴 답과 메모가 여기에 모여요. 언제든 다시 읽고 찾아볼 수 있어요. 꼭 적지 않아도 괜찮아요.</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>직접 남긴 글</translation>
    </message>
    <message>
        <source>Check in now</source>
        <translation>지금 안부 남기기</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>By idea</source>
        <translation>주제별</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>{found} of {count} found</source>
        <translation>{count}개 중 {found}개 찾음</translation>
    </message>
    <message>
        <source>1 note or answer</source>
        <translation>글 1개</translation>
    </message>
    <message>
        <source>{count} notes and answers</source>
        <translation>글 {count}개</translation>
    </message>
    <message>
        <source>“{searched}” was not found in your notes and answers. Fewer or shorter words may find more.</source>
        <translation>남긴 글에 이 말은 없어요: “{searched}”. 낱말을 줄이거나 짧게 하면 찾을 수도 있어요.</translation>
    </message>
    <message>
        <source>Notes beside a mood</source>
        <translation>마음 곁에 적은 글</translation>
    </message>
    <message>
        <source>And beside what is asked every day</source>
        <translation>날마다 묻는 질문에 적은 글도 함께</translation>
    </message>
    <message>
        <source>From the essay, part {part}</source>
        <translation>에세이 {part}부</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1개</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count}개</translation>
    </message>
</context>
<context>
    <name>Year</name>
    <message>
        <source>The year before</source>
        <translation>이전 해</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>다음 해</translation>
    </message>
    <message>
        <source>{year}, as you told it</source>
        <translation>남긴 대로 본 {year}년</translation>
    </message>
</context>
</TS>
