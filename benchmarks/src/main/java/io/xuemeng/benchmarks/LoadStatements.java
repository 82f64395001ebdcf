package io.xuemeng.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Statements of {@value #BYTES} bytes each, by 10,000 learners about 1,000 lessons, with ids of their own. */
final class LoadStatements {

    static final int BYTES = 752;

    private static final int LEARNERS = 10_000;
    private static final int LESSONS = 1_000;
    private static final String[] VERBS = {"experienced", "attempted", "completed", "passed", "answered"};

    private final SplittableRandom random;

    LoadStatements(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One statement, or an array of many. */
    byte[] batch(int size) {
        if (size == 1) {
            return statement().getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder batch = new StringBuilder(size * (BYTES + 1) + 2).append('[');
        for (int i = 0; i < size; i++) {
            batch.append(i == 0 ? "" : ",").append(statement());
        }
        return batch.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private String statement() {
        String verb = VERBS[random.nextInt(VERBS.length)];
        String lesson = lesson();
        String start = "{\"id\":\""
                + new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63))
                + "\",\"actor\":" + learner() + ",\"verb\":{\"id\":\"" + verbIri(verb)
                + "\",\"display\":{\"en\":\"" + verb + "\"}},\"object\":{\"objectType\":\"Activity\",\"id\":\"" + lesson
                + "\",\"definition\":{\"name\":{\"en\":\"A lesson about fractions\"},"
                + "\"type\":\"http://adlnet.gov/expapi/activities/lesson\"}},\"result\":{\"score\":{\"scaled\":0."
                + (10 + random.nextInt(90))
                + "},\"completion\":true,\"duration\":\"PT32M\"},\"context\":{\"registration\":\""
                + new UUID(0x4000L, (1L << 63) | random.nextInt(LEARNERS)) + "\",\"platform\":\"";
        String end = "\"},\"timestamp\":\"2026-09-01T08:00:00.000Z\"}";
        return start + "x".repeat(BYTES - start.length() - end.length()) + end;
    }

    private String learner() {
        return "{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://hub.example.cn\",\"name\":\"learner-"
                + random.nextInt(LEARNERS) + "\"}}";
    }

    private String lesson() {
        return "https://example.cn/lessons/" + random.nextInt(LESSONS);
    }

    private static String verbIri(String verb) {
        return "http://adlnet.gov/expapi/verbs/" + verb;
    }

    /** A query for 50 statements with a filter: of a learner, about a lesson, or with a verb about a lesson, in turn. */
    String query(int turn) {
        String filter = switch (turn % 3) {
            case 0 -> "agent=" + encoded(learner());
            case 1 -> "activity=" + encoded(lesson());
            default ->
                "verb=" + encoded(verbIri(VERBS[random.nextInt(VERBS.length)])) + "&activity=" + encoded(lesson());
        };
        return "/statements?limit=50&" + filter;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
