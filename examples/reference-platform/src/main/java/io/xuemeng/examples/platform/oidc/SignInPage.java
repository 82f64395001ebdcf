package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.account.Account;
import io.xuemeng.examples.platform.account.PasswordCheck;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Pages;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page on which this platform's own people sign in, for another platform or for this one. Whoever is signed in already types no
 * password again, but is told, the first time, who is going to know what.
 */
final class SignInPage {

    static final String PATH = "/signin";

    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);
    private static final int MAX_NAME = 100;
    private static final int MAX_PASSWORD = 200;

    private final AuthorizationEndpoint requests;
    private final PasswordCheck passwords;
    private final Sessions sessions;
    private final LogoutNotices notices;
    private final Browsers browsers;
    private final Pages pages;
    private final String home;

    SignInPage(Provider.Parts parts, AuthorizationEndpoint requests, PasswordCheck passwords, LogoutNotices notices) {
        this.notices = notices;
        this.requests = requests;
        this.passwords = passwords;
        this.sessions = parts.sessions();
        this.browsers = parts.browsers();
        this.pages = parts.pages();
        this.home = parts.entity().address("/");
    }

    void show(Context context) {
        @Nullable String key = context.queryParam("request");
        Optional<AuthorizationEndpoint.Pending> pending =
                key == null ? Optional.empty() : requests.pending(context, key);
        if (key != null && pending.isEmpty()) {
            pages.say(context, 400, "endedRequest");
            return;
        }
        show(context, 200, key == null ? "" : key, pending, null);
    }

    private void show(
            Context context,
            int status,
            String key,
            Optional<AuthorizationEndpoint.Pending> pending,
            @Nullable String problem) {
        Map<String, Object> values = new HashMap<>();
        values.put("csrf", browsers.proof(context));
        values.put("request", key);
        values.put("client", pending.map(one -> one.client().name()).orElse(""));
        values.put("problem", problem == null ? "" : pages.text(context, problem));
        values.put(
                "signedIn",
                pending.flatMap(one -> requests.session(context, one))
                        .map(session -> session.account().name())
                        .orElse(""));
        // The answer to the form leads on to the platform that asked, which the browser has to allow.
        pages.show(
                context,
                status,
                "signin",
                values,
                pending.map(one -> one.request().redirectUri()).orElse(""));
    }

    void submit(Context context) {
        if (!browsers.isOwnForm(context)) {
            pages.say(context, 403, "wrongForm");
            return;
        }
        String key = field(context, "request");
        Optional<AuthorizationEndpoint.Pending> pending =
                key.isEmpty() ? Optional.empty() : requests.pending(context, key);
        if (!key.isEmpty() && pending.isEmpty()) {
            pages.say(context, 400, "endedRequest");
            return;
        }
        if (pending.isPresent() && field(context, "action").equals("cancel")) {
            requests.takePending(context, key)
                    .ifPresentOrElse(
                            one -> requests.answer(context, one.request(), Map.of("error", "access_denied")),
                            () -> pages.say(context, 400, "endedRequest"));
            return;
        }
        if (field(context, "action").equals("continue")) {
            pending.flatMap(one -> requests.session(context, one))
                    .ifPresentOrElse(
                            session -> goOn(context, key, session), () -> show(context, 401, key, pending, null));
            return;
        }
        String name = field(context, "account");
        String password = field(context, "password");
        PasswordCheck.Outcome outcome = name.length() > MAX_NAME || password.length() > MAX_PASSWORD
                ? PasswordCheck.Outcome.WRONG
                : passwords.attempt(name, password, context.ip());
        // Who it is stays out of the log: what people mistype there is sometimes their password.
        LOG.atInfo().addKeyValue("outcome", outcome).log("sign-in");
        switch (outcome) {
            case RIGHT -> {
                Account account = passwords.account(name).orElseThrow();
                goOn(context, key, sessions.start(context, account, notices::sessionEnded));
            }
            case WRONG -> show(context, 401, key, pending, "signinWrong");
            case WAIT -> show(context, 429, key, pending, "signinWait");
            case BUSY -> show(context, 503, key, pending, "signinBusy");
        }
    }

    private void goOn(Context context, String key, OwnSession session) {
        if (key.isEmpty()) {
            Pages.redirect(context, URI.create(home));
            return;
        }
        requests.takePending(context, key)
                .ifPresentOrElse(
                        pending -> requests.grant(context, pending, session),
                        () -> pages.say(context, 400, "endedRequest"));
    }

    private static String field(Context context, String name) {
        @Nullable String value = context.formParam(name);
        return value == null ? "" : value;
    }
}
