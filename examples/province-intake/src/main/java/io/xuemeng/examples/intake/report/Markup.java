package io.xuemeng.examples.intake.report;

import java.util.Locale;

/** Pieces of HTML. Everything that goes in as text comes out escaped. */
final class Markup {

    private Markup() {}

    /** Text as element content or as a value within double quotes. */
    static String escape(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            String entity = switch (text.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> null;
            };
            if (entity != null && out == null) {
                out = new StringBuilder(text.length() + 32).append(text, 0, i);
            }
            if (out != null) {
                if (entity == null) {
                    out.append(text.charAt(i));
                } else {
                    out.append(entity);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /** A sentence in both languages, of which the page shows one. */
    static String both(String chinese, String english) {
        if (chinese.equals(english)) {
            return escape(english);
        }
        return "<span class=\"zh\" lang=\"zh-CN\">" + escape(chinese) + "</span><span class=\"en\" lang=\"en\">"
                + escape(english) + "</span>";
    }

    /** One of the tool's texts in both languages. */
    static String text(String key, Object... values) {
        return both(Texts.of(Locale.SIMPLIFIED_CHINESE, key, values), Texts.of(Locale.ENGLISH, key, values));
    }
}
