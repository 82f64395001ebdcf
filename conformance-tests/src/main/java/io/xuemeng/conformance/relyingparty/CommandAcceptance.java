package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.command.JsonContract;
import java.util.Map;

/** A relying party that is a command, started once for each token. */
final class CommandAcceptance implements TokenAcceptance {

    private final CommandLine command;
    private final Terms terms;

    CommandAcceptance(CommandLine command, Terms terms) {
        this.command = command;
        this.terms = terms;
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
        return command.replay(Map.of(), RelyingPartyContract.question(question));
    }
}
