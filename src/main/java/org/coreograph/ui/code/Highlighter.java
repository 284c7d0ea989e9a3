package org.coreograph.ui.code;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Finds out what in a program's text is a keyword, a comment, and so on. */
enum Highlighter {
    JAVA("abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|false"
            + "|final|finally|float|for|if|implements|import|instanceof|int|interface|long|native|new|null|package"
            + "|permits|private|protected|public|record|return|sealed|short|static|super|switch|synchronized|this|throw"
            + "|throws|transient|true|try|var|void|volatile|while|yield"),
    GO(
            "any|bool|break|byte|case|chan|const|continue|default|defer|else|error|fallthrough|false|float64|for|func|go|goto"
                + "|if|import|int|int64|interface|map|nil|package|range|return|rune|select|string|struct|switch|true|type"
                + "|uint64|var");

    private final Pattern pattern;

    Highlighter(String keywords) {
        pattern = Pattern.compile(
                "(?<comment>//[^\\n]*|/\\*.*?\\*/)"
                        + "|(?<string>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|`[^`]*`)"
                        + "|(?<annotation>@\\w+)"
                        + "|(?<keyword>\\b(?:" + keywords + ")\\b)"
                        + "|(?<indent>(?<=^|\\n)[ \\t]+)",
                Pattern.DOTALL);
    }

    private static final List<String> STYLES = List.of("comment", "string", "annotation", "keyword", "indent");

    /** Returns the styles of a text from its start to its end; those of what is nothing in particular are none. */
    StyleSpans<Collection<String>> spans(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Matcher matcher = pattern.matcher(text);
        int end = 0;
        while (matcher.find()) {
            spans.add(List.of(), matcher.start() - end);
            spans.add(List.of("code-" + style(matcher)), matcher.end() - matcher.start());
            end = matcher.end();
        }
        spans.add(List.of(), text.length() - end);
        return spans.create();
    }

    private static String style(Matcher matcher) {
        return STYLES.stream()
                .filter(style -> matcher.group(style) != null)
                .findFirst()
                .orElseThrow();
    }
}
