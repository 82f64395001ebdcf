package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.requirement.Level;

/** What a relying party is held to, one token after the other. */
@ForRole(Role.RELYING_PARTY)
final class RelyingPartyTests {

    private static final int MANY_HINTS = 300;
    private static final int FEW_FETCHES = 100;

    /** Takes the good tokens and refuses those that break the requirement. */
    @ConformanceTemplate
    void judgesTheTokens(TokenAcceptance party, AuditEntry entry, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        for (Cases.Case one : CaseBook.of(entry.id(), Scene.known(workspace))) {
            try {
                showing.judge(one);
            } catch (NoAnswerException e) {
                check.noAnswer(e);
            }
        }
    }

    @ConformanceTest("RP-009")
    void knowsWhomATokenIsAbout(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        for (String subject : new String[] {"6TvGJ2mfnmB0XkA0Ym9Jx2mAq3m", "a|b:c/d@e", "0012", "Li.Lei"}) {
            TokenDraft draft = Scene.known(workspace).token(TokenUse.ID_TOKEN);
            draft.claims.put("sub", subject);
            TokenQuestion question = draft.question();
            Acceptance acceptance = showing.ask(question);
            check.must(
                    acceptance.accepted() && subject.equals(acceptance.subject()),
                    () -> showing.exchange(
                            "sub = " + subject,
                            draft.shown(),
                            question,
                            Texts.of("relyingParty.expected.subject", subject),
                            acceptance));
        }
    }

    @ConformanceTest("TOK-034")
    void takesANonceOnce(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        TokenDraft draft = Scene.known(workspace).token(TokenUse.ID_TOKEN);
        showing.judge("-", draft, true);
        showing.judge("the same token again", draft, false);
        draft.claims.put("jti", "another");
        showing.judge("another token with that nonce", draft, false);
    }

    @ConformanceTest("TOK-019")
    void takesALogoutTokenOnce(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        TokenDraft draft = Scene.known(workspace).token(TokenUse.LOGOUT_TOKEN);
        showing.judge("-", draft, true);
        showing.judge("the same token again", draft, false);
    }

    @ConformanceTest("TOK-110")
    void takesAProofOnce(TokenAcceptance party, Check check, Workspace workspace) {
        Scene scene = Scene.known(workspace);
        TokenDraft draft = scene.token(TokenUse.ACCESS_TOKEN);
        scene.present(draft);
        new Showing(party, check).judgeTwice(draft, Level.MUST);
    }

    @ConformanceTest("RP-051")
    void takesALaunchOnce(TokenAcceptance party, Check check, Workspace workspace) {
        TokenDraft draft = Scene.known(workspace).token(TokenUse.LTI_LAUNCH);
        new Showing(party, check).judgeTwice(draft, Level.SHOULD);
    }

    @ConformanceTest("RP-012")
    void usesNothingUpWithATokenThatItRefuses(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        Scene scene = Scene.known(workspace);
        TokenDraft good = scene.token(TokenUse.ID_TOKEN);
        TokenDraft forged = scene.token(TokenUse.ID_TOKEN);
        forged.nonce = good.nonce;
        forged.claims.put("nonce", good.nonce);
        forged.signing = scene.key("attacker")::sign;
        showing.judge("a forged token with the nonce", forged, false);
        showing.judge("the good token with the nonce", good, true);
    }

    @ConformanceTest("RP-024")
    void asksNoAddressThatATokenNames(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        Scene scene = Scene.known(workspace);
        String path = scene.path();
        scene.host().publish(path, Host.Page.json(Json.set(Json.of(Jwk.of(scene.key("attacker"))))));
        String address = scene.host().address(path);
        for (String name : new String[] {"jku", "x5u", "kid", "iss"}) {
            TokenDraft draft = scene.token(TokenUse.ID_TOKEN);
            draft.signedBy(scene.key("attacker"));
            (name.equals("iss") ? draft.claims : draft.header).put(name, address);
            TokenQuestion question = draft.question();
            Acceptance acceptance = showing.ask(question);
            check.must(
                    !acceptance.accepted() && scene.host().calls(path) == 0,
                    () -> showing.exchange(
                            name + " = " + address,
                            draft.shown(),
                            question,
                            Texts.of("relyingParty.expected.uncalled", address),
                            acceptance));
        }
    }

    @ConformanceTest("KEY-103")
    void asksNoOriginThatItWasNotTold(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        Scene scene = Scene.known(workspace);
        Host stranger = scene.stranger();
        String keys = Json.set(Json.of(Jwk.of(scene.key("issuer"))));
        showing.judge("-", scene.token(TokenUse.ID_TOKEN), true);
        for (boolean redirected : new boolean[] {false, true}) {
            String path = scene.path();
            String address = stranger.address(path);
            stranger.publish(path, Host.Page.json(keys));
            PublishedIssuer issuer = scene.issuer();
            if (redirected) {
                Host.Page elsewhere = Host.Page.json(keys).withStatus(302).withHeader("Location", address);
                scene.host().publish(scene.keysPath(issuer), elsewhere);
            } else {
                scene.publishDiscovery(
                        issuer.path(), scene.algorithm(), document -> KeyCases.keysAt(document, address));
            }
            TokenDraft draft = scene.token(TokenUse.ID_TOKEN, issuer);
            TokenQuestion question = draft.question();
            Acceptance acceptance = showing.ask(question);
            check.must(
                    !acceptance.accepted() && stranger.calls(path) == 0,
                    () -> showing.exchange(
                            redirected ? "a redirect to an origin that is not allowed" : "jwks_uri at such an origin",
                            draft.shown(),
                            question,
                            Texts.of("relyingParty.expected.uncalled", address),
                            acceptance));
        }
    }

    @ConformanceTest("RP-030")
    void findsChainsOfAnyLength(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        Scene scene = Scene.known(workspace);
        TokenDraft direct = scene.token(TokenUse.ID_TOKEN);
        direct.from(scene.member(statement -> {
            if (statement.place == FederationTree.Place.ISSUER) {
                statement.claims.putArray("authority_hints").add(statement.tree.hub());
                statement.tree.vouchForIssuerByHub();
            }
        }));
        showing.judge("the hub itself vouches", direct, true);
        showing.judge(
                "a province in between", scene.token(TokenUse.ID_TOKEN).from(scene.member(statement -> {})), true);
        TokenDraft both = scene.token(TokenUse.ID_TOKEN);
        both.from(scene.member(statement -> {
            if (statement.place == FederationTree.Place.ISSUER) {
                String stranger = statement.tree.issuer() + "-nobody";
                statement.claims.putArray("authority_hints").add(stranger).add(statement.tree.province());
            }
        }));
        showing.judge("one of two superiors is not there", both, true);
    }

    @ConformanceTest("FED-041")
    void fetchesNotMoreThanItMust(TokenAcceptance party, Check check, Workspace workspace) {
        Showing showing = new Showing(party, check);
        Scene scene = Scene.known(workspace);
        String crowd = scene.path();
        TokenDraft draft = scene.token(TokenUse.ID_TOKEN);
        draft.from(scene.member(statement -> {
            if (statement.place == FederationTree.Place.ISSUER) {
                ArrayNode hints = statement.claims.putArray("authority_hints");
                for (int i = 0; i < MANY_HINTS; i++) {
                    hints.add(scene.host().address(crowd + '/' + i));
                }
                hints.add(statement.tree.province());
            }
        }));
        TokenQuestion question = draft.question();
        Acceptance acceptance = showing.ask(question);
        check.must(
                scene.host().calls(crowd) <= FEW_FETCHES,
                () -> showing.exchange(
                        MANY_HINTS + " authority_hints",
                        draft.shown(),
                        question,
                        Texts.of(
                                "relyingParty.expected.fetches",
                                FEW_FETCHES,
                                scene.host().calls(crowd)),
                        acceptance));
    }
}
