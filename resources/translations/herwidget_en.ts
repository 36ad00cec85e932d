<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Doctor</name>
    <message numerus="yes">
        <source>{path}, %n check-in(s) answered, SQLite says: {sound}</source>
        <translation>
            <numerusform>{path}, %n check-in answered, SQLite says: {sound}</numerusform>
            <numerusform>{path}, %n check-ins answered, SQLite says: {sound}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n check-in(s) answered, kept in {path}</source>
        <translation>
            <numerusform>%n check-in answered, kept in {path}</numerusform>
            <numerusform>%n check-ins answered, kept in {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n check-in(s) since {month}</source>
        <translation>
            <numerusform>%n check-in since {month}</numerusform>
            <numerusform>%n check-ins since {month}</numerusform>
        </translation>
    </message>
</context>
</TS>
