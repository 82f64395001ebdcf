package io.xuemeng.conformance.validator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.command.JsonContract;
import io.xuemeng.conformance.role.NoAnswerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a validator that is a command is asked and answers. The contract is written out in {@code docs/conformance/commands.md}. */
final class ValidatorContract {

    static final String NAME = "xuemeng.package-validator/1";
    static final List<String> PLACES = List.of("package", "profile");

    private static final String ACCEPTED = "accepted";
    private static final String REJECTED = "rejected";
    private static final List<String> WEIGHTS = List.of("error", "warning", "info");

    private ValidatorContract() {}

    static Map<String, String> places(ValidationRequest request) {
        return Map.of("package", request.file().toString(), "profile", request.profile());
    }

    /** The question as one line. */
    static String question(ValidationRequest request) {
        ObjectNode question = JsonContract.question(NAME)
                .put("id", id(request))
                .put("package", request.file().toString())
                .put("profile", request.profile());
        if (!request.limits().isEmpty()) {
            ObjectNode limits = question.putObject("limits");
            request.limits().forEach(limits::put);
        }
        SignatureTrust trust = request.signatures();
        if (trust != null) {
            ObjectNode signatures = question.putObject("signatures");
            signatures.put("trust", trust.folder().toString());
            if (trust.time() != null) {
                signatures.put("time", trust.time().toString());
            }
        }
        return question.toString();
    }

    /** What tells one question from another. */
    static String id(ValidationRequest request) {
        String limits = request.limits().entrySet().stream()
                .map(limit -> "." + limit.getKey() + limit.getValue())
                .collect(Collectors.joining());
        SignatureTrust trust = request.signatures();
        String signatures =
                trust == null ? "" : ".signatures." + trust.folder() + (trust.time() == null ? "" : "." + trust.time());
        return request.file().getFileName() + "." + request.profile() + limits + signatures;
    }

    /**
     * The judgement in an answer.
     *
     * @throws NoAnswerException when it keeps not to the contract
     */
    static Judgement judgement(JsonNode answer) {
        boolean accepted = JsonContract.oneOf(answer, "outcome", List.of(ACCEPTED, REJECTED))
                .equals(ACCEPTED);
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode node : JsonContract.list(answer, "reasons")) {
            reasons.add(reason(node, accepted));
        }
        return new Judgement(accepted, reasons);
    }

    private static Reason reason(JsonNode node, boolean accepted) {
        @Nullable ReasonClass reason = null;
        Optional<String> label = JsonContract.text(node, "class");
        if (label.isPresent()) {
            reason = ReasonClass.find(label.get())
                    .orElseThrow(() -> NoAnswerException.of("contract.word", "class", labels(), label.get()));
        }
        @Nullable String requirement = JsonContract.text(node, "requirement").orElse(null);
        if (reason == null && requirement == null) {
            throw NoAnswerException.of("contract.reason");
        }
        String weight =
                node.has("severity") ? JsonContract.oneOf(node, "severity", WEIGHTS) : accepted ? "warning" : "error";
        return new Reason(
                reason,
                Reason.Weight.valueOf(weight.toUpperCase(Locale.ROOT)),
                requirement,
                JsonContract.text(node, "message").orElse(null));
    }

    private static String labels() {
        return Arrays.stream(ReasonClass.values()).map(ReasonClass::label).collect(Collectors.joining(", "));
    }
}
