package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Excerpt;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Level;

/** Shows tokens to a relying party, and what it says of them to a check. For one test. */
final class Showing {

    private static final int MAX_SHOWN = 1200;

    private final TokenAcceptance party;
    private final Check check;

    Showing(TokenAcceptance party, Check check) {
        this.party = party;
        this.check = check;
    }

    Acceptance ask(TokenQuestion question) {
        return Questions.ask(() -> party.judge(question));
    }

    /** Expects a case to be judged as it must be. */
    void judge(Cases.Case one) {
        judge(one.label(), one.draft().get(), one.good(), one.level());
    }

    /** Expects a draft, signed now, to be taken or refused. */
    Acceptance judge(String label, TokenDraft draft, boolean good) {
        return judge(label, draft, good, Level.MUST);
    }

    /** Expects a draft to be taken, and, as strongly as it is said, the very same signed token to be refused when it comes again. */
    void judgeTwice(TokenDraft draft, Level level) {
        TokenQuestion question = draft.question();
        judge("-", draft, question, true, Level.MUST);
        judge("the very same again", draft, question, false, level);
    }

    private Acceptance judge(String label, TokenDraft draft, boolean good, Level level) {
        return judge(label, draft, draft.question(), good, level);
    }

    private Acceptance judge(String label, TokenDraft draft, TokenQuestion question, boolean good, Level level) {
        Acceptance acceptance = ask(question);
        check.expect(
                level,
                acceptance.accepted() == good,
                () -> exchange(
                        label,
                        draft.shown(),
                        question,
                        Texts.of(good ? "relyingParty.expected.accepted" : "relyingParty.expected.refused"),
                        acceptance));
        return acceptance;
    }

    /** What is shown of one token. */
    Exchange exchange(String label, String shown, TokenQuestion question, Bilingual expected, Acceptance acceptance) {
        return new Exchange(
                Texts.of(
                        "relyingParty.sent",
                        question.use().label(),
                        label,
                        question.issuer(),
                        Excerpt.of(shown, MAX_SHOWN)),
                expected,
                received(acceptance),
                // Keys that are to be fetched are gone with the kit's issuers, and then nothing can be asked again.
                question.jwks() == null ? null : party.replay(question));
    }

    private static Bilingual received(Acceptance acceptance) {
        if (acceptance.accepted()) {
            return Texts.of(
                    "relyingParty.received.accepted", acceptance.subject() == null ? "-" : acceptance.subject());
        }
        return Texts.of("relyingParty.received.refused", acceptance.reason() == null ? "-" : acceptance.reason());
    }
}
