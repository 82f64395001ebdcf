package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.lrs.statement.XapiVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Changes of documents that are guarded by entity tags: nobody overwrites what somebody else wrote meanwhile. */
@ForRole(Role.LRS)
final class ConcurrencyTests {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    /** Conflict, condition not met, too many requests, not available: said of a request that was not carried out. */
    private static final Set<Integer> NOT_TAKEN = Set.of(409, 412, 429, 503);

    private static final int TRIES = 5;
    private static final String FIRST = "{\"a\":1}";
    private static final String OTHER = "{\"a\":2}";
    private static final String STALE = "\"0123456789abcdef0123456789abcdef01234567\"";

    @ConformanceTest("LRS-170")
    void givesAnEntityTagThatChangesWithTheDocument(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.guarded(lrs)) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                HttpAnswer answer = lrs.ask(kind.one(lrs, "GET", "o", "d"));
                String tag = answer.header("ETag").orElse("");
                if (lrs.isOld()) {
                    String sha1 = '"' + sha1(answer.body()) + '"'; // of what is there: a store may write JSON otherwise
                    lrs.must(tag.equalsIgnoreCase(sha1), Texts.of("lrs.expected.header", "ETag", sha1));
                } else {
                    lrs.must(tag.matches("\"[^\"]+\""), Texts.of("lrs.expected.header", "ETag", "\"…\""));
                }
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", OTHER));
                String after =
                        lrs.ask(kind.one(lrs, "GET", "o", "d")).header("ETag").orElse("");
                lrs.must(!after.equals(tag), Texts.of("lrs.expected.otherTag", tag));
            }
        }
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @ConformanceTest("LRS-171")
    void takesAChangeOfTheDocumentThatItsSenderKnows(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.guarded(lrs)) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                lrs.mustGive(
                        NO_CONTENT, kind.sending(lrs, "PUT", "o", "d", OTHER).header("If-Match", tag(lrs, kind)));
                mustBe(lrs, kind, OTHER);
            }
        }
    }

    @ConformanceTest("LRS-172")
    void refusesToReplaceADocumentThatChangedMeanwhile(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.guarded(lrs)) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                lrs.mustGive(
                        PRECONDITION_FAILED,
                        kind.sending(lrs, "PUT", "o", "d", OTHER).header("If-Match", STALE));
                mustBe(lrs, kind, FIRST);
            }
        }
    }

    @ConformanceTest("LRS-173")
    void refusesToMergeIntoOrDeleteADocumentThatChangedMeanwhile(
            HttpPlatform platform, Check check, Workspace workspace) {
        Dialogue lrs = Dialogue.in(XapiVersion.V2_0, platform, check, workspace);
        for (Documents kind : Documents.values()) {
            lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
            lrs.mustGive(
                    PRECONDITION_FAILED,
                    kind.sending(lrs, "POST", "o", "d", OTHER).header("If-Match", STALE));
            lrs.mustGive(PRECONDITION_FAILED, kind.one(lrs, "DELETE", "o", "d").header("If-Match", STALE));
            mustBe(lrs, kind, FIRST);
        }
    }

    @ConformanceTest("LRS-174")
    void createsADocumentOnlyWhenThereIsNoneIfAskedTo(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.guarded(lrs)) {
                lrs.mustGive(
                        NO_CONTENT, kind.sending(lrs, "PUT", "o", "d", FIRST).header("If-None-Match", "*"));
                lrs.mustGive(
                        PRECONDITION_FAILED,
                        kind.sending(lrs, "PUT", "o", "d", OTHER).header("If-None-Match", "*"));
                mustBe(lrs, kind, FIRST);
            }
        }
    }

    @ConformanceTest("LRS-175")
    void refusesToReplaceADocumentBlindly(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.guarded(lrs)) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                lrs.mustGive(CONFLICT, kind.sending(lrs, "PUT", "o", "d", OTHER));
                mustBe(lrs, kind, FIRST);
            }
        }
    }

    @ConformanceTest("LRS-176")
    void aMergeThatIsRefusedChangesNothing(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                for (HttpQuestion question : List.of(
                        kind.sending(lrs, "POST", "o", "d", "[1]"),
                        kind.one(lrs, "POST", "o", "d")
                                .header("Content-Type", "text/plain")
                                .body(OTHER))) {
                    lrs.mustGive(400, question);
                    mustBe(lrs, kind, FIRST);
                }
            }
        }
    }

    @ConformanceTest("LRS-177")
    void mergesThatComeAtOnceAllLast(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (Documents kind : Documents.values()) {
                lrs.prepare(kind.sending(lrs, "POST", "o", "d", FIRST));
                ObjectNode merged = (ObjectNode) Dialogue.json(FIRST);
                List<HttpQuestion> questions = new ArrayList<>();
                for (String member : List.of("b", "c", "d", "e")) {
                    merged.put(member, 1);
                    questions.add(kind.sending(lrs, "POST", "o", "d", "{\"" + member + "\":1}"));
                }
                mustTakeAll(lrs, questions);
                mustBe(lrs, kind, merged.toString());
            }
        }
    }

    /** What a store that was busy with the others did not take is sent again, alone: then nothing is in its way. */
    private static void mustTakeAll(Dialogue lrs, List<HttpQuestion> questions) {
        List<HttpAnswer> answers = lrs.askAtOnce(questions);
        List<HttpQuestion> again = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            HttpAnswer answer = lrs.show(questions.get(i), answers.get(i));
            boolean taken = !NOT_TAKEN.contains(answer.status());
            lrs.must(!taken || answer.status() == NO_CONTENT, Texts.of("lrs.expected.merge"));
            if (!taken) {
                again.add(questions.get(i));
            }
        }
        for (HttpQuestion question : again) {
            HttpAnswer answer = lrs.askUntilTaken(question, NOT_TAKEN, TRIES);
            lrs.must(answer.status() == NO_CONTENT, Texts.of("lrs.expected.mergeAgain", TRIES));
        }
    }

    private static String tag(Dialogue lrs, Documents kind) {
        return lrs.prepare(kind.one(lrs, "GET", "o", "d"))
                .header("ETag")
                .orElseThrow(() -> NoAnswerException.of("lrs.noTag"));
    }

    private static void mustBe(Dialogue lrs, Documents kind, String json) {
        HttpAnswer answer = lrs.ask(kind.one(lrs, "GET", "o", "d"));
        lrs.must(
                answer.status() == OK && Dialogue.isSame(Dialogue.json(answer), Dialogue.json(json)),
                Texts.of("lrs.expected.value", json));
    }
}
