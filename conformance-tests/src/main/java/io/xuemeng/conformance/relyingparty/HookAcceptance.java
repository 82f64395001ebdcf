package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.command.JsonContract;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A relying party behind a hook for tests: each token is posted to one address. */
final class HookAcceptance implements TokenAcceptance {

    /** A longer one is cut in reports, and could not be run. */
    private static final int LONGEST_REPLAY = 4000;

    private static final int OK = 200;
    private static final int TOO_LARGE = 413;

    private final HttpPlatform platform;
    private final Terms terms;

    HookAcceptance(HttpPlatform platform, Terms terms) {
        this.platform = platform;
        this.terms = terms;
    }

    @Override
    public Acceptance judge(TokenQuestion question) throws IOException {
        HttpAnswer answer = platform.ask(request(question));
        if (answer.status() == TOO_LARGE) {
            return Acceptance.refused("status 413");
        }
        if (answer.status() != OK) {
            throw NoAnswerException.of("relyingParty.hook", answer.status());
        }
        return RelyingPartyContract.acceptance(JsonContract.answer(new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private static HttpQuestion request(TokenQuestion question) {
        return HttpQuestion.of("POST", "")
                .header("Content-Type", "application/json")
                .body(RelyingPartyContract.question(question));
    }

    @Override
    public Terms terms() {
        return terms;
    }

    @Override
    public @Nullable String replay(TokenQuestion question) {
        String line = platform.replay(request(question));
        return line == null || line.length() > LONGEST_REPLAY ? null : line;
    }
}
