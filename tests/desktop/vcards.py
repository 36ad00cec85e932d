"""Address books as several makers write them. The people in them are made up."""

APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.0//EN
N:Kim;Mina;;;
FN:Mina Kim\\, PhD
item1.EMAIL;type=INTERNET;type=pref:mina@example.org
item1.X-ABLabel:_$!<HomePage>!$_
EMAIL;type=INTERNET;type=WORK:m.kim@work.example
TEL;type=HOME;type=VOICE;type=pref:+82 2 123 4567
TEL;type=IPHONE;type=CELL;type=VOICE:+82 10-1234-5678
TEL;type=WORK;type=FAX:+82 2 999 9999
item2.URL;type=pref:https\\://mina.example/a,b?c=d;e
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAkGBxMTEhUTExMWFhUXGBgX
 GBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYHSggGBolHRgYITEhJSkrLi4uFx8zODMtNygtLisB=
X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE\\:ABPerson
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:박;지은;;;
FN:박지은
TEL;type=CELL;type=VOICE;type=pref:010-2222-3333
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Friends
FN:Friends
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:5AD380FD
END:VCARD
"""

GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:어머니
N:;어머니;;;
TEL;TYPE=CELL:010-9876-5432
item1.EMAIL;TYPE=INTERNET:
CATEGORIES:myContacts,starred
NOTE:Tuesday\\nlong note that is folded over to the next line because it is r
 eally long
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:이;준호;;;
item1.URL:http\\://www.google.com/profiles/1
END:VCARD
BEGIN:VCARD
VERSION:3.0
ORG:Bakery;Bread
TEL:02 555 1234
END:VCARD
BEGIN:VCARD
VERSION:3.0
TEL:02 555 0000
END:VCARD
"""

# Version 2.1: 김민아, Zoë, 최
OUTLOOK = """BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=ko;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80;=EB=AF=BC=EC=95=84
FN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80=EB=AF=BC=
=EC=95=84
TEL;CELL;VOICE:010-1111-2222
TEL;WORK;FAX:02-111-2222
EMAIL;PREF;INTERNET:mina@example.org
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRof
 Hh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL=

X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/cards" ver="1.0"/>
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;charset=iso-8859-1;encoding=quoted-printable:;Zo=EB
TEL;PREF:+44 (0)20 7946 0018
END:VCARD
BEGIN:VCARD
VERSION:2.1
FN;QUOTED-PRINTABLE;CHARSET=EUC-KR:=C3=D6
END:VCARD
"""

# As an old Korean telephone writes it, in EUC-KR itself.
OLD_PHONE = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=EUC-KR:홍길동
TEL;CELL;CHARSET=EUC-KR:01012345678
END:VCARD
""".encode("euc-kr")

VERSION_4 = """BEGIN:VCARD
VERSION:4.0
KIND:individual
FN:Søren Åkesson
N:Åkesson;Søren;;;
TEL;VALUE=uri;TYPE="work,voice":tel:+46-8-123-4567;ext=12
TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+46-70-123-4567
EMAIL;PREF=1:søren@exempel.example
IMPP;PREF=1:xmpp:soren@chat.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:The choir
END:VCARD
"""
