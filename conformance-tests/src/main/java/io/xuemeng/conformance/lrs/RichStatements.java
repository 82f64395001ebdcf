package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Statements with what careless stores change: numbers, offsets, languages, extensions, characters. */
final class RichStatements {

    private RichStatements() {}

    static JsonNode of(String name, Dialogue lrs) {
        return switch (name) {
            case "rich" -> rich(lrs);
            case "group" -> group(lrs);
            default -> sub(lrs);
        };
    }

    private static ObjectNode rich(Dialogue lrs) {
        ObjectNode statement = lrs.names().statement("rich");
        statement.put("timestamp", lrs.isOld() ? "2026-09-01T08:00:00.123Z" : "2026-09-01T08:00:00.123+08:00");
        ObjectNode definition = ((ObjectNode) statement.get("object")).putObject("definition");
        definition
                .putObject("name")
                .put("zh-CN", "第一题 𠮷")
                .put("en-GB", "Question 1")
                .put("und", "1");
        definition
                .put("type", "http://adlnet.gov/expapi/activities/cmi.interaction")
                .put("interactionType", "choice");
        definition.putArray("correctResponsesPattern").add("half[,]third");
        definition
                .putArray("choices")
                .addObject()
                .put("id", "half")
                .putObject("description")
                .put("zh-CN", "二分之一");
        definition
                .withArray("choices")
                .addObject()
                .put("id", "third")
                .putObject("description")
                .put("zh-CN", "三分之一");
        statement.set(
                "result",
                Dialogue.json("{\"score\":{\"scaled\":0.1234567890123456789,\"raw\":12.50,\"min\":-1e2,\"max\":100},"
                        + "\"success\":false,\"response\":\"half[,]third\",\"duration\":\"PT1M30.5S\"}"));
        statement.set(
                "context",
                Dialogue.json("{\"registration\":\"" + lrs.names().id("registration") + "\",\"language\":\"zh-CN\","
                        + "\"revision\":\"1\",\"platform\":\"示例云课堂\",\"extensions\":{\""
                        + lrs.names().verb("ext")
                        + "\":{\"a\":[1,2.0,null,{\"b\":\"\\u0001\\\"\\\\\"}],\"empty\":{},\"text\":\"2026-09-01\","
                        + "\"nul\":\"a\\u0000b\",\"a.b\":1,\"a&46;b\":2,\"$c\":3,\"\":4}}}"));
        return statement;
    }

    private static ObjectNode group(Dialogue lrs) {
        ObjectNode statement = lrs.names().statement("group");
        ObjectNode group =
                statement.putObject("actor").put("objectType", "Group").put("name", "三年级二班");
        group.putArray("member").add(lrs.names().agent("a")).add(lrs.names().agent("b"));
        statement.set("object", lrs.names().agent("teacher").put("name", "王老师"));
        return statement;
    }

    private static ObjectNode sub(Dialogue lrs) {
        ObjectNode statement = lrs.names().statement("sub");
        ObjectNode inner = lrs.names().statement("inner");
        inner.remove("id");
        inner.put("objectType", "SubStatement").put("timestamp", "2026-09-02T08:00:00Z");
        statement.set("object", inner);
        return statement;
    }
}
