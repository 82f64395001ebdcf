package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which statements a list holds: each filter lets pass what it names, and nothing else. */
@ForRole(Role.LRS)
final class FilterTests {

    private static final String STATEMENTS = "/statements";
    private static final int OK = 200;

    @ConformanceTest("LRS-140")
    void filtersByVerb(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.store(lrs.names().statement("a", "x", "a", "x"), lrs.names().statement("b", "x", "b", "x"));
            mustFind(lrs, mine(lrs, "x").parameter("verb", lrs.names().verb("a")), "a");
        }
    }

    @ConformanceTest("LRS-141")
    void filtersByActivity(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode around = lrs.names().statement("c", "x", "x", "c");
            context(around, "parent", lrs.names().activity("a"));
            lrs.store(lrs.names().statement("a", "x", "x", "a"), lrs.names().statement("b", "x", "x", "b"), around);
            mustFind(lrs, mine(lrs, "x").parameter("activity", lrs.names().activity("a")), "a");
        }
    }

    @ConformanceTest("LRS-142")
    void filtersByAgent(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode met = lrs.names().statement("c", "b", "x", "x");
            met.set("object", lrs.names().agent("a"));
            ObjectNode taught = lrs.names().statement("d", "b", "x", "x");
            taught.putObject("context").set("instructor", lrs.names().agent("a"));
            lrs.store(
                    lrs.names().statement("a", "a", "x", "x"), lrs.names().statement("b", "b", "x", "x"), met, taught);
            HttpQuestion question =
                    verb(lrs).parameter("agent", lrs.names().agent("a").toString());
            mustFind(lrs, question, "a", "c");
        }
    }

    @ConformanceTest("LRS-143")
    void filtersByRegistration(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode registered = lrs.names().statement("a", "x", "x", "x");
            registered.putObject("context").put("registration", lrs.names().id("registration"));
            ObjectNode otherwise = lrs.names().statement("b", "x", "x", "x");
            otherwise.putObject("context").put("registration", lrs.names().id("other"));
            lrs.store(registered, otherwise, lrs.names().statement("c", "x", "x", "x"));
            mustFind(lrs, verb(lrs).parameter("registration", lrs.names().id("registration")), "a");
        }
    }

    @ConformanceTest("LRS-144")
    void findsAnActivityAnywhereWhenAskedTo(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String activity = lrs.names().activity("a");
            ObjectNode parent = lrs.names().statement("b", "x", "x", "b");
            context(parent, "parent", activity);
            ObjectNode grouping = lrs.names().statement("c", "x", "x", "c");
            context(grouping, "grouping", activity);
            ObjectNode within = lrs.names().statement("d", "x", "x", "d");
            within.set("object", subStatement(lrs, "y", "a"));
            lrs.store(
                    lrs.names().statement("a", "x", "x", "a"),
                    parent,
                    grouping,
                    within,
                    lrs.names().statement("e", "x", "x", "e"));
            HttpQuestion question = verb(lrs).parameter("activity", activity).parameter("related_activities", "true");
            mustFind(lrs, question, "a", "b", "c", "d");
        }
    }

    @ConformanceTest("LRS-145")
    void findsAnAgentAnywhereWhenAskedTo(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode instructor = lrs.names().statement("b", "x", "x", "x");
            instructor.putObject("context").set("instructor", lrs.names().agent("a"));
            ObjectNode team = lrs.names().statement("c", "x", "x", "x");
            team.putObject("context")
                    .putObject("team")
                    .put("objectType", "Group")
                    .putArray("member")
                    .add(lrs.names().agent("a"));
            ObjectNode within = lrs.names().statement("d", "x", "x", "x");
            within.set("object", subStatement(lrs, "a", "y"));
            lrs.store(
                    lrs.names().statement("a", "a", "x", "x"),
                    instructor,
                    team,
                    within,
                    lrs.names().statement("e", "e", "x", "x"));
            HttpQuestion question = verb(lrs)
                    .parameter("agent", lrs.names().agent("a").toString())
                    .parameter("related_agents", "true");
            mustFind(lrs, question, "a", "b", "c", "d");
        }
    }

    @ConformanceTest("LRS-146")
    void findsWhatRefersToAStatementThatFits(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode reference = lrs.names().statement("b", "b", "b", "b");
            reference
                    .putObject("object")
                    .put("objectType", "StatementRef")
                    .put("id", lrs.names().id("a"));
            lrs.store(lrs.names().statement("a"), reference, lrs.names().statement("c"));
            mustFind(lrs, lrs.get(STATEMENTS).parameter("verb", lrs.names().verb("a")), "a", "b");
        }
    }

    @ConformanceTest("LRS-147")
    void holdsAllFiltersOfARequestAtOnce(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.store(
                    lrs.names().statement("a", "a", "a", "a"),
                    lrs.names().statement("b", "b", "a", "a"),
                    lrs.names().statement("c", "a", "b", "a"),
                    lrs.names().statement("d", "a", "a", "b"));
            HttpQuestion question = mine(lrs, "a")
                    .parameter("verb", lrs.names().verb("a"))
                    .parameter("activity", lrs.names().activity("a"));
            mustFind(lrs, question, "a");
        }
    }

    private static ObjectNode subStatement(Dialogue lrs, String agent, String activity) {
        ObjectNode inner = lrs.names().statement("inner", agent, "inner", activity);
        inner.remove("id");
        return inner.put("objectType", "SubStatement");
    }

    private static void context(ObjectNode statement, String kind, String activity) {
        statement
                .putObject("context")
                .putObject("contextActivities")
                .putArray(kind)
                .addObject()
                .put("id", activity);
    }

    /** Only the statements of this test. */
    private static HttpQuestion verb(Dialogue lrs) {
        return lrs.get(STATEMENTS).parameter("verb", lrs.names().verb("x"));
    }

    private static HttpQuestion mine(Dialogue lrs, String agent) {
        JsonNode actor = lrs.names().agent(agent);
        return lrs.get(STATEMENTS).parameter("agent", actor.toString());
    }

    private static void mustFind(Dialogue lrs, HttpQuestion question, String... names) {
        Set<String> ids = new TreeSet<>();
        for (String name : names) {
            ids.add(lrs.names().id(name));
        }
        HttpAnswer answer = lrs.ask(question);
        List<String> found = Dialogue.ids(answer);
        lrs.must(
                answer.status() == OK && found.size() == ids.size() && new TreeSet<>(found).equals(ids),
                Texts.of("lrs.expected.found", String.join(", ", ids)));
    }
}
