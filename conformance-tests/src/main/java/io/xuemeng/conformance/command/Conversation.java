package io.xuemeng.conformance.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.role.NoAnswerException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that is started once for many questions: it reads one JSON object a line and writes one a line, each with the id
 * of the question it answers, in any order, while it reads or after it read all. Stateless and thread-safe.
 */
public final class Conversation {

    private final CommandLine command;

    /** With a command; its time limit is that of the whole conversation. */
    public Conversation(CommandLine command) {
        this.command = command;
    }

    /**
     * Asks all questions.
     *
     * @param questions one JSON object each, in one line
     * @return the answers by the id of their questions; of a command that broke off, those it gave until then
     * @throws NoAnswerException when the command cannot be started, or what it writes is no answer
     */
    public Answers ask(Collection<String> questions) {
        CommandLine.Result result = command.start(Map.of(), String.join("\n", questions) + '\n');
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        List<String> lines =
                result.output().lines().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean broken = i == lines.size() - 1 && (result.timedOut() || result.tooMuch() || result.code() != 0);
            try {
                JsonNode answer = JsonContract.answer(lines.get(i));
                answers.put(
                        JsonContract.text(answer, "id").orElseThrow(() -> NoAnswerException.of("contract.id")), answer);
            } catch (NoAnswerException e) {
                if (!broken) {
                    throw e;
                }
            }
        }
        return new Answers(answers, command.ending(result));
    }

    /**
     * What came back.
     *
     * @param byId the answers by the id of their questions
     * @param ending why a question has no answer
     */
    public record Answers(Map<String, JsonNode> byId, NoAnswerException ending) {}
}
