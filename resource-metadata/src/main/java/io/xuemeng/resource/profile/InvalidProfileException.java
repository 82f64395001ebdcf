package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.util.List;
import java.util.Locale;

/**
 * A profile file cannot be used. It lists every problem, each with its line, so that the file can be mended in one go. Its
 * own message is in English; {@link #message(Locale)} tells the same in the reader's language.
 */
public final class InvalidProfileException extends IllegalArgumentException {

    private static final long serialVersionUID = 2L;

    private final String file;
    private final transient List<Finding> findings;

    InvalidProfileException(String file, List<Finding> findings) {
        super(text(file, findings, Locale.ENGLISH));
        this.file = file;
        this.findings = List.copyOf(findings);
    }

    /** Every problem with its place; empty after deserialisation, when the message still tells them. */
    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }

    /** The file's name and every problem with its line and its remedy; in English after deserialisation. */
    public String message(Locale locale) {
        return findings == null ? String.valueOf(getMessage()) : text(file, findings, locale);
    }

    private static String text(String file, List<Finding> findings, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        StringBuilder text =
                new StringBuilder(chinese ? "应用规范 " + file + " 无法使用：" : "the profile " + file + " cannot be used:");
        for (Finding finding : findings) {
            text.append("\n  ").append(place(finding.location(), chinese)).append(finding.message(locale));
        }
        return text.toString();
    }

    private static String place(Location at, boolean chinese) {
        if (at.line() == 0) {
            return "";
        }
        String path = at.path() == null ? "" : at.path();
        if (chinese) {
            return "第 " + at.line() + " 行第 " + at.column() + " 列" + (path.isEmpty() ? "" : "（" + path + "）") + "：";
        }
        return "line " + at.line() + ", column " + at.column() + (path.isEmpty() ? "" : " (" + path + ")") + ": ";
    }
}
