/* Stands for herwidget.exe and herwidgetw.exe where the installer is tried: it notes how it was called, and plays the
   program that runs while C:\running is there, and that does not end while C:\stubborn is there. Started with --background
   while that is there, it is the one that does not end. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static int is_there(const char *path) {
    FILE *file = fopen(path, "r");
    if (file) fclose(file);
    return file != NULL;
}

int main(int count, char **words) {
    const char *name = strrchr(words[0], '\\');
    FILE *calls = fopen("C:\\calls", "a");
    fprintf(calls, "%s", name ? name + 1 : words[0]);
    for (int i = 1; i < count; i++) fprintf(calls, " %s", words[i]);
    fprintf(calls, "\n");
    fclose(calls);
    if (count > 1 && !strcmp(words[1], "status"))
        printf("{\n  \"running\": %s\n}\n", is_there("C:\\running") ? "true" : "false");
    if (count > 1 && !strcmp(words[1], "quit")) {
        if (is_there("C:\\stubborn")) return 1;
        remove("C:\\running");
    }
    if (count > 1 && !strcmp(words[1], "--background"))
        while (is_there("C:\\stubborn")) Sleep(50);
    return 0;
}
