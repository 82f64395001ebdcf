package io.xuemeng.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Untested;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.text.Bilingual;

/**
 * The result as assertions of the Evaluation and Report Language (EARL 1.0, W3C) in JSON-LD, for tools that gather results of
 * several kits. A warning is a pass with a name of its own, because EARL knows no other.
 */
final class Earl {

    private static final String KIT = "urn:x-xuemeng:conformance-kit";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Earl() {}

    static String of(RunResult result) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode context = root.putObject("@context");
        context.put("earl", "http://www.w3.org/ns/earl#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("doap", "http://usefulinc.com/ns/doap#");
        ArrayNode graph = root.putArray("@graph");
        graph.addObject()
                .put("@id", KIT)
                .put("@type", "earl:Software")
                .put("dct:title", "Xuemeng conformance kit")
                .put("dct:hasVersion", result.kit())
                .put("dct:identifier", result.catalogue());
        graph.addObject()
                .put("@id", subject(result))
                .put("@type", "earl:TestSubject")
                .put("dct:title", result.platform());
        for (RoleResult role : result.roles()) {
            for (RequirementResult requirement : role.requirements()) {
                assertion(graph, result, role, requirement);
            }
            for (Untested untested : role.untested()) {
                ObjectNode node = assertion(graph, result, role.role(), untested.id(), untested.source());
                ObjectNode outcome = node.putObject("earl:result").put("@type", "earl:TestResult");
                outcome.putObject("earl:outcome").put("@id", "earl:untested");
                texts(outcome.putArray("earl:info"), untested.why());
            }
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report could not be written", e);
        }
    }

    private static String subject(RunResult result) {
        return "urn:uuid:" + result.run();
    }

    private static void assertion(ArrayNode graph, RunResult result, RoleResult role, RequirementResult requirement) {
        ObjectNode node = assertion(graph, result, role.role(), requirement.id(), requirement.source());
        ObjectNode outcome = node.putObject("earl:result").put("@type", "earl:TestResult");
        outcome.put("dct:date", result.started());
        ObjectNode value = outcome.putObject("earl:outcome").put("@id", outcome(requirement.verdict()));
        if (requirement.verdict() == Verdict.WARNED) {
            value.put("@type", "earl:Pass");
        }
        if (requirement.verdict() != Verdict.PASSED) {
            texts(outcome.putArray("earl:info"), requirement.text());
        }
    }

    private static ObjectNode assertion(ArrayNode graph, RunResult result, String role, String id, String source) {
        ObjectNode node = graph.addObject().put("@type", "earl:Assertion");
        node.putObject("earl:assertedBy").put("@id", KIT);
        node.putObject("earl:subject").put("@id", subject(result));
        node.putObject("earl:mode").put("@id", "earl:automatic");
        node.putObject("earl:test")
                .put("@id", "urn:x-xuemeng:requirement:" + role + ':' + id)
                .put("@type", "earl:TestCriterion")
                .put("dct:title", id)
                .put("dct:source", source);
        return node;
    }

    private static void texts(ArrayNode array, Bilingual text) {
        array.addObject().put("@value", text.zh()).put("@language", "zh-CN");
        array.addObject().put("@value", text.en()).put("@language", "en");
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> "earl:failed";
            case CANNOT_TELL -> "earl:cantTell";
            case WARNED -> "urn:x-xuemeng:outcome:warned";
            case PASSED -> "earl:passed";
            case INAPPLICABLE -> "earl:inapplicable";
        };
    }
}
