package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How a relying party keeps up with the keys that an issuer publishes, and changes. */
@ForRole(Role.RELYING_PARTY)
final class KeyRenewalTests {

    private static final int FLOOD = 30;
    private static final long PAUSE_MILLIS = 250;

    @ConformanceTest("RP-020")
    void findsAKeyThatIsNew(TokenAcceptance party, Check check, Workspace workspace) throws InterruptedException {
        Renewal renewal = new Renewal(party, check, Scene.known(workspace));
        renewal.showing.judge("the first key", renewal.token("issuer"), true);
        renewal.publish("second");
        renewal.waitFor("second");
        renewal.showing.judge("a key that is new", renewal.token("second"), true);
    }

    @ConformanceTest("RP-021")
    void forgetsAKeyThatIsGone(TokenAcceptance party, Check check, Workspace workspace) throws InterruptedException {
        Renewal renewal = new Renewal(party, check, Scene.known(workspace));
        renewal.showing.judge("the first key", renewal.token("issuer"), true);
        renewal.publish("second");
        if (!renewal.waitFor("second")) {
            // What it would do after looking again is not known; RP-020 says that it did not.
            throw NoAnswerException.of("relyingParty.notRenewed");
        }
        renewal.showing.judge("the key that is gone", renewal.token("issuer"), false);
    }

    @ConformanceTest("RP-022")
    void isNotMadeToAskBecauseOfNamesThatItDoesNotKnow(TokenAcceptance party, Check check, Workspace workspace) {
        Renewal renewal = new Renewal(party, check, Scene.known(workspace));
        renewal.showing.judge("a good key", renewal.token("issuer"), true);
        int before = renewal.calls();
        Instant start = Instant.now();
        TokenDraft last = renewal.token("issuer");
        Acceptance answer = Acceptance.refused(null);
        for (int i = 0; i < FLOOD; i++) {
            last = renewal.token("attacker");
            last.header.put("kid", UUID.randomUUID().toString());
            answer = renewal.showing.judge("an unknown name", last, false);
        }
        int asked = renewal.calls() - before;
        // Once a second is seldom enough, however fast it answers; the second in which it began and the one in which
        // it ended count too.
        long rounds = Duration.between(start, Instant.now()).toSeconds() + 2;
        long allowed = rounds * renewal.documents();
        TokenDraft shown = last;
        Acceptance given = answer;
        check.must(
                asked <= allowed,
                () -> renewal.showing.exchange(
                        FLOOD + " unknown names",
                        shown.shown(),
                        shown.question(),
                        Texts.of("relyingParty.expected.fetches", allowed, asked),
                        given));
        renewal.showing.judge("the good key again", renewal.token("issuer"), true);
    }

    @ConformanceTest("RP-023")
    void goesOnWithTheKeysItHasWhileTheIssuerDoesNotAnswer(TokenAcceptance party, Check check, Workspace workspace) {
        Renewal renewal = new Renewal(party, check, Scene.known(workspace));
        renewal.showing.judge("a good key", renewal.token("issuer"), true);
        renewal.breakDown();
        TokenDraft unknown = renewal.token("attacker");
        renewal.showing.judge("an unknown key meanwhile", unknown, false);
        TokenDraft draft = renewal.token("issuer");
        TokenQuestion question = draft.question();
        Acceptance acceptance = renewal.showing.ask(question);
        check.should(
                acceptance.accepted(),
                () -> renewal.showing.exchange(
                        "the known key meanwhile",
                        draft.shown(),
                        question,
                        Texts.of("relyingParty.expected.accepted"),
                        acceptance));
    }

    /** An issuer whose keys change. */
    private static final class Renewal {

        private final TokenAcceptance party;
        private final Scene scene;
        private final PublishedIssuer issuer;
        private final Showing showing;

        Renewal(TokenAcceptance party, Check check, Scene scene) {
            this.party = party;
            this.scene = scene;
            this.issuer = scene.issuer();
            this.showing = new Showing(party, check);
        }

        TokenDraft token(String key) {
            return scene.token(TokenUse.ID_TOKEN, issuer).signedBy(scene.key(key));
        }

        void publish(String key) {
            SigningKey next = scene.key(key);
            scene.publishKeys(issuer.path(), next.algorithm(), Json.set(Json.of(Jwk.of(next))));
        }

        /** Shows tokens of a key until one is taken, or for as long as the relying party asked for. */
        boolean waitFor(String key) throws InterruptedException {
            Duration patience = party.terms().keyRefresh();
            Instant end = Instant.now().plus(patience);
            while (!showing.ask(token(key).question()).accepted()) {
                if (Instant.now().isAfter(end)) {
                    return false;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        }

        /** How many documents it takes to find out keys: where they are, and they themselves. */
        int documents() {
            return scene.algorithm() == SignatureAlgorithm.SM2_SM3 ? 3 : 2;
        }

        int calls() {
            return scene.host().calls(issuer.path());
        }

        void breakDown() {
            scene.host().publish(scene.keysPath(issuer), Host.Page.json("{}").withStatus(503));
            scene.host()
                    .publish(
                            issuer.path() + "/.well-known/openid-configuration",
                            Host.Page.json("{}").withStatus(503));
        }
    }
}
