package io.xuemeng.conformance.report;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;

/** Pieces of HTML. Everything that goes in as text comes out escaped. */
final class Markup {

    private Markup() {}

    /** Text as element content or as a value within double quotes. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** A sentence in both languages, of which the page shows one. */
    static String both(Bilingual text) {
        if (text.zh().equals(text.en())) {
            return escape(text.zh());
        }
        return "<span class=\"zh\" lang=\"zh-CN\">" + escape(text.zh()) + "</span><span class=\"en\" lang=\"en\">"
                + escape(text.en()) + "</span>";
    }

    /** One of the kit's texts in both languages. */
    static String text(String key, Object... values) {
        return both(Texts.of(key, values));
    }
}
