package io.xuemeng.conformance.validator;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.command.Conversation;
import io.xuemeng.conformance.role.NoAnswerException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A validator that is a command, started once for all packages that were announced and once for each that was not. */
final class ConversingValidation implements PackageValidation {

    private final CommandLine command;
    private final Conversation conversation;
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    private final Map<String, NoAnswerException> silences = new ConcurrentHashMap<>();

    ConversingValidation(CommandLine command) {
        this.command = command;
        this.conversation = new Conversation(command);
    }

    @Override
    public void announce(Collection<ValidationRequest> requests) {
        Map<String, String> questions = new LinkedHashMap<>();
        requests.forEach(request -> questions.put(ValidatorContract.id(request), ValidatorContract.question(request)));
        Conversation.Answers given = conversation.ask(questions.values());
        questions.keySet().forEach(id -> {
            JsonNode answer = given.byId().get(id);
            if (answer == null) {
                silences.put(id, given.ending());
            } else {
                answers.put(id, answer);
            }
        });
    }

    @Override
    public Judgement judge(ValidationRequest request) {
        String id = ValidatorContract.id(request);
        NoAnswerException silence = silences.get(id);
        if (silence != null) {
            throw silence;
        }
        JsonNode answer = answers.get(id);
        if (answer == null) {
            Conversation.Answers given = conversation.ask(List.of(ValidatorContract.question(request)));
            answer = given.byId().get(id);
            if (answer == null) {
                throw given.ending();
            }
        }
        return ValidatorContract.judgement(answer);
    }

    @Override
    public String replay(ValidationRequest request) {
        return command.replay(Map.of(), ValidatorContract.question(request));
    }
}
