package io.xuemeng.conformance.issuer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first form of a page, filled in as somebody does who reads its labels: the name into the first field for text, the password into the
 * field for one, and then the first button. Immutable.
 *
 * @param action where it goes; empty for where it came from
 * @param fields what is sent
 * @param hasPassword whether it asks for a password
 */
record Form(String action, Map<String, String> fields, boolean hasPassword) {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("(?is)<(input|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

    /** The first form of a page; empty when it has none. */
    static Optional<Form> of(String page, String user, String password) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        boolean named = false;
        boolean secret = false;
        boolean pressed = false;
        Matcher matcher = FIELD.matcher(form.group(2));
        while (matcher.find()) {
            Map<String, String> attributes = attributes(matcher.group(2));
            String name = attributes.getOrDefault("name", "");
            boolean button = matcher.group(1).equalsIgnoreCase("button");
            String type = attributes.getOrDefault("type", button ? "submit" : "text");
            switch (type) {
                case "password" -> {
                    fields.put(name, password);
                    secret = true;
                }
                case "text", "email", "tel" -> {
                    fields.put(name, named ? attributes.getOrDefault("value", "") : user);
                    named = true;
                }
                case "submit" -> {
                    if (!pressed && !name.isEmpty()) {
                        fields.put(name, attributes.getOrDefault("value", ""));
                    }
                    pressed = true;
                }
                case "checkbox", "radio" -> {
                    if (attributes.containsKey("checked")) {
                        fields.put(name, attributes.getOrDefault("value", "on"));
                    }
                }
                default -> {
                    if (!name.isEmpty()) {
                        fields.put(name, attributes.getOrDefault("value", ""));
                    }
                }
            }
        }
        return Optional.of(new Form(attributes(form.group(1)).getOrDefault("action", ""), fields, secret));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) != null
                    ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), value == null ? "" : unescaped(value));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x2F;", "/")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");
    }
}
