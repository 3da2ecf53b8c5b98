package org.postlotse.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pictures of every page, to be looked through in a browser: {@code target/gallery/index.html}. */
final class Gallery {
    private static final Path HOME = Path.of("target/gallery");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1280);

    private record Shot(String page, String title, String look, String file) {}

    private final List<Shot> shots = new ArrayList<>();

    /** Where a picture goes; the index will show it below its page's name. */
    synchronized Path file(String page, String title, int width, boolean dark, String language) {
        var look = width + (dark ? " dark " : " light ") + language;
        var file = page + "-" + look.replace(' ', '-') + ".jpg";
        shots.add(new Shot(page, title, look, file));
        return HOME.resolve(file);
    }

    /** Writes the index of all pictures so far, with a list of all pages at its top. */
    synchronized void write() throws IOException {
        var pages = shots.stream().map(Shot::page).distinct().sorted().toList();
        var index = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title>
                <style>body{font:16px/1.4 sans-serif;margin:1rem}section{border-top:1px solid #999;margin:1rem 0}
                figure{display:inline-block;vertical-align:top;margin:.5rem}img{border:1px solid #999;max-width:100%}
                .w320{width:320px}.w768{width:512px}.w1280{width:640px}nav a{margin-right:.8rem;display:inline-block}</style>
                <h1>Every page</h1>
                """);
        index.append("<p>")
                .append(pages.size())
                .append(" pages, ")
                .append(shots.size())
                .append(" pictures</p><nav>");
        for (var page : pages)
            index.append("<a href=\"#").append(page).append("\">").append(page).append("</a>");
        index.append("</nav>\n");
        for (var page : pages) index.append(section(page));
        Files.createDirectories(HOME);
        Files.writeString(HOME.resolve("index.html"), index);
    }

    private String section(String page) {
        var mine = shots.stream().filter(shot -> shot.page().equals(page)).toList();
        return mine.stream()
                .map(shot ->
                        "<figure><figcaption>%s</figcaption><img class=\"w%s\" loading=\"lazy\" alt=\"%s\" src=\"%s\"></figure>"
                                .formatted(
                                        shot.look(),
                                        WIDTHS.stream()
                                                .filter(width -> shot.look().startsWith(width + " "))
                                                .findFirst()
                                                .orElseThrow(),
                                        escaped(shot.title()),
                                        shot.file()))
                .collect(Collectors.joining(
                        "\n",
                        "<section id=\"%s\"><h2>%s: %s</h2>\n"
                                .formatted(page, page, escaped(mine.getFirst().title())),
                        "</section>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
