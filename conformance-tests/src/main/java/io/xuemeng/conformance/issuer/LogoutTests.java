package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.requirement.Finding;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an issuer signs people out, and tells the kit of it. */
@ForRole(Role.ISSUER)
final class LogoutTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FOREIGN = "https://evil.example/signed-out";

    private record Key() {}

    /**
     * What came of signing out, twice: a session of its own each time.
     *
     * @param idToken of the first session
     * @param unasked whether a code came without questions before
     * @param out the first sign-out
     * @param afterwards a request in the same browser, without questions when a code came so before
     * @param elsewhere the second sign-out, with an address that is not the client's
     * @param notice what the kit was told of the first; empty when nothing was
     * @param findings what is wrong with its token
     */
    private record SignedOut(
            String idToken,
            boolean unasked,
            UserSignIn out,
            UserSignIn afterwards,
            UserSignIn elsewhere,
            Optional<Host.Received> notice,
            List<Finding> findings) {}

    private static SignedOut signedOut(Dialogue dialogue, Workspace workspace) {
        return workspace.once(new Key(), () -> signOut(dialogue));
    }

    private static SignedOut signOut(Dialogue dialogue) {
        ClientTerms client = dialogue.client();
        LogoutTerms terms = client.logout();
        if (terms == null) {
            throw NoAnswerException.of("issuer.noLogout");
        }
        @Nullable LogoutInbox inbox = terms.inbox();
        Issued issued = Issued.by(dialogue, client);
        String idToken = issued.token("id_token");
        // Who answers login_required to everybody shows nothing by it.
        UserSignIn silent = issued.signIn().again(Map.of("prompt", "none"));
        boolean unasked = silent.code().isPresent() && !silent.askedForPassword();
        int before = inbox == null ? 0 : inbox.count();
        UserSignIn out = issued.signIn().signOut(idToken, terms.returnTo(), terms.returnTo());
        Optional<Host.Received> notice = inbox == null ? Optional.empty() : inbox.about(idToken, before, PATIENCE);
        UserSignIn afterwards = out.again(unasked ? Map.of("prompt", "none") : Map.of());
        Issued second = Issued.by(dialogue, client);
        UserSignIn elsewhere = second.signIn().signOut(second.token("id_token"), FOREIGN, terms.returnTo());
        List<Finding> findings = notice.map(told -> Issued.logoutFindings(dialogue, client, LogoutInbox.token(told)))
                .orElse(List.of());
        return new SignedOut(idToken, unasked, out, afterwards, elsewhere, notice, findings);
    }

    @ConformanceTest("ISS-070")
    void signsPeopleOut(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedOut signedOut = signedOut(dialogue, workspace);
        UserSignIn afterwards = signedOut.afterwards();
        if (signedOut.unasked()) {
            dialogue.must(
                    check,
                    afterwards.code().isEmpty() || afterwards.askedForPassword(),
                    afterwards.question,
                    afterwards.answer,
                    "issuer.expected.errorAnswer",
                    "login_required");
        } else {
            dialogue.must(
                    check,
                    afterwards.askedForPassword(),
                    afterwards.question,
                    afterwards.answer,
                    "issuer.expected.nobodySignedIn");
        }
    }

    @ConformanceTest("ISS-071")
    void sendsPeopleBackWhoSignedOut(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn out = signedOut(dialogue, workspace).out();
        dialogue.must(
                check,
                out.parameters()
                        .map(found -> out.state.equals(found.get("state")))
                        .orElse(false),
                out.question,
                out.answer,
                "issuer.expected.state",
                out.state);
    }

    @ConformanceTest("ISS-072")
    void sendsNobodyWhoSignedOutElsewhere(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        UserSignIn out = signedOut(dialogue, workspace).elsewhere();
        dialogue.must(
                check,
                !isForeign(out.elsewhere()) && out.answer.status() < 500,
                out.question,
                out.answer,
                "issuer.expected.noRedirect",
                FOREIGN);
    }

    /** Whether it is where people must not be sent; a page of the issuer's own may be anywhere else. */
    private static boolean isForeign(@Nullable URI sent) {
        return sent != null
                && (URI.create(FOREIGN).getHost().equalsIgnoreCase(sent.getHost())
                        || sent.toString().startsWith(FOREIGN));
    }

    @ConformanceTest("ISS-073")
    void tellsThatSomebodySignedOut(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        LogoutTerms terms = dialogue.client().logout();
        if (terms == null || terms.inbox() == null) {
            throw NoAnswerException.of("issuer.noInbox");
        }
        Optional<Host.Received> notice = signedOut(dialogue, workspace).notice();
        boolean form = notice.map(told -> told.method().equals("POST")
                        && told.type().startsWith("application/x-www-form-urlencoded")
                        && !LogoutInbox.token(told).isEmpty())
                .orElse(false);
        dialogue.mustSay(
                check,
                form,
                notice.map(told -> told.method() + ' ' + told.type() + '\n' + told.body())
                        .orElse("-"),
                "issuer.expected.notice",
                terms.inbox().address());
    }

    private static Host.Received notice(SignedOut signedOut) {
        return signedOut
                .notice()
                .filter(told -> !LogoutInbox.token(told).isEmpty())
                .orElseThrow(() -> NoAnswerException.of("issuer.noNotice"));
    }

    @ConformanceTest("ISS-074")
    void saysWhoseSessionEnded(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedOut signedOut = signedOut(dialogue, workspace);
        String token = LogoutInbox.token(notice(signedOut));
        JsonNode told = Json.claims(token);
        JsonNode known = Json.claims(signedOut.idToken());
        boolean session = !told.has("sid") || told.path("sid").equals(known.path("sid"));
        boolean person = !told.has("sub") || told.path("sub").equals(known.path("sub"));
        dialogue.mustSay(
                check,
                session && person,
                IssuedTests.shown(token),
                "issuer.expected.session",
                known.path("sid"),
                known.path("sub"));
    }

    @ConformanceTest("ISS-075")
    void namesSessionsInIdTokensToo(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedOut signedOut = signedOut(dialogue, workspace);
        boolean promised =
                dialogue.metadata().path("backchannel_logout_session_supported").asBoolean(false);
        boolean named = Json.claims(signedOut.idToken()).path("sid").isTextual();
        boolean told = signedOut
                .notice()
                .map(one -> Json.claims(LogoutInbox.token(one)).has("sid"))
                .orElse(false);
        dialogue.mustSay(
                check,
                named || !(promised || told),
                IssuedTests.shown(signedOut.idToken()),
                "issuer.expected.member",
                "sid");
    }

    /** Issues logout tokens that do not break the requirement. */
    @ConformanceTemplate
    void issuesLogoutTokensThatKeepIt(IssuerTarget issuer, AuditEntry entry, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedOut signedOut = signedOut(dialogue, workspace);
        String token = LogoutInbox.token(notice(signedOut));
        dialogue.mustSay(
                check,
                Issued.ids(signedOut.findings()).noneMatch(entry.id()::equals),
                IssuedTests.shown(token),
                "issuer.expected.keeps",
                entry.id());
    }

    @ConformanceTest("ISS-076")
    void issuesLogoutTokensThatClientsTake(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        SignedOut signedOut = signedOut(dialogue, workspace);
        String token = LogoutInbox.token(notice(signedOut));
        dialogue.mustSay(
                check,
                signedOut.findings().isEmpty(),
                IssuedTests.shown(token),
                "issuer.expected.keeps",
                String.join(", ", Issued.ids(signedOut.findings()).toList()));
    }
}
