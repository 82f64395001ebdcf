package io.xuemeng.core.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The samples of the JSON requirements: a small object, and what one edit makes of it. */
final class JsonSamples {

    private static final String OBJECT = """
            {
              "identifier": "K7-MATH-0312",
              "title": "分数的初步认识",
              "grade": 3,
              "price": 12.50,
              "keywords": ["分数", "微课"]
            }
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    private JsonSamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        JsonSamples samples = new JsonSamples();
        samples.addFaults();
        samples.addLimits();
        return samples.files;
    }

    private void addFaults() {
        edit("JSON-001", "\"微课\"]", "\"微课\"");
        add("JSON-001", "fail-missing-comma", replaced("3,", "3"));
        add("JSON-001", "fail-literal", replaced("3,", "True,"));
        edit("JSON-002", "}\n", "");
        add("JSON-002", "fail-empty", "");
        add("JSON-003", "pass", OBJECT);
        add("JSON-003", "fail", OBJECT.getBytes(Charset.forName("GB18030")));
        add("JSON-003", "fail-utf-16", OBJECT.getBytes(StandardCharsets.UTF_16LE));
        add("JSON-004", "pass", OBJECT);
        add("JSON-004", "fail", "\uFEFF" + OBJECT);
        edit("JSON-005", "\"grade\": 3,", "\"grade\": 3,\n  \"grade\": 4,");
        add("JSON-005", "fail-escaped", replaced("\"grade\": 3,", "\"grade\": 3,\n  \"gr\\u0061de\": 4,"));
        edit("JSON-006", "}\n", "}\n{}\n");
        edit("JSON-007", "3,", "3, // 年级");
        edit("JSON-008", "\"K7-MATH-0312\"", "'K7-MATH-0312'");
        add("JSON-008", "fail-name", replaced("\"grade\"", "grade"));
        edit("JSON-009", "\"微课\"]", "\"微课\",]");
        add("JSON-009", "fail-member", replaced("\"微课\"]", "\"微课\"],"));
        edit("JSON-010", "3,", "03,");
        add("JSON-010", "fail-point", replaced("12.50", ".50"));
        edit("JSON-011", "12.50", "NaN");
        edit("JSON-012", "分数的", "分数\t的");
        add("JSON-012", "fail-escape", replaced("分数的", "分数\\'的"));
        edit("JSON-013", "分数的", "分数\\ud83d的");
        add("JSON-013", "fail-name", replaced("\"grade\"", "\"grade\\ude00\""));
        add("JSON-013", "pass-pair", replaced("分数的", "分数\\ud83d\\ude00的"));
    }

    private void addLimits() {
        add("JSON-014", "pass", OBJECT);
        add("JSON-014", "fail", OBJECT + "\n");
        limit("JSON-014", "documentBytes=" + OBJECT.getBytes(StandardCharsets.UTF_8).length);
        add("JSON-015", "pass", replaced("3,", "[".repeat(31) + "]".repeat(31) + ","));
        add("JSON-015", "fail", replaced("3,", "[".repeat(32) + "]".repeat(32) + ","));
        edit("JSON-016", "分数的初步认识", "分数的初步认识，三年级上册第八单元");
        limit("JSON-016", "textLength=12");
        edit("JSON-017", "12.50", "12.50000000000000");
        add("JSON-017", "fail-exponent", replaced("12.50", "1e10000"));
        limit("JSON-017", "numberLength=12");
    }

    private void edit(String id, String before, String after) {
        add(id, "pass", OBJECT);
        add(id, "fail", replaced(before, after));
    }

    private static String replaced(String before, String after) {
        if (!OBJECT.contains(before)) {
            throw new IllegalArgumentException("the object has no " + before);
        }
        return OBJECT.replace(before, after);
    }

    private void add(String id, String name, String text) {
        add(id, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String id, String name, byte[] bytes) {
        files.put(id + "/" + name + ".json", bytes);
    }

    private void limit(String id, String line) {
        files.put(id + "/limits.properties", (line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
