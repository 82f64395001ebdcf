package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.command.JsonContract;
import io.xuemeng.conformance.role.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A relying party that is a command, started once for each token. */
final class CommandAcceptance implements TokenAcceptance {

    private final CommandLine command;
    private final Terms terms;
    private final Workspace workspace;

    CommandAcceptance(CommandLine command, Terms terms, Workspace workspace) {
        this.command = command;
        this.terms = terms;
        this.workspace = workspace;
    }

    @Override
    public Acceptance judge(TokenQuestion question) {
        String output = command.run(Map.of(), RelyingPartyContract.question(question) + '\n');
        return RelyingPartyContract.acceptance(JsonContract.answer(output));
    }

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public String replay(TokenQuestion question) {
        // In a file, because reports show no tokens.
        String asked = RelyingPartyContract.question(question) + '\n';
        return command.replay(Map.of(), workspace.input(asked.getBytes(StandardCharsets.UTF_8), ".json"));
    }
}
