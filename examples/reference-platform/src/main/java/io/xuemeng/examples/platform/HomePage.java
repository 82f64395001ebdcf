package io.xuemeng.examples.platform;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.oidc.Sessions;
import io.xuemeng.examples.platform.relyingparty.Visit;
import io.xuemeng.examples.platform.relyingparty.Visits;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.identity.token.EducationClaims;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first page: who is signed in, and by whom; or the two ways to sign in. */
final class HomePage {

    private final Sessions sessions;
    private final Visits visits;
    private final Browsers browsers;
    private final Pages pages;

    HomePage(Sessions sessions, Visits visits, Browsers browsers, Pages pages) {
        this.sessions = sessions;
        this.visits = visits;
        this.browsers = browsers;
        this.pages = pages;
    }

    void show(Context context) {
        Map<String, Object> values = new HashMap<>();
        Optional<Visit> visit = visits.of(context);
        values.put("csrf", browsers.proof(context));
        values.put("visitor", visit.<Object>map(one -> visitor(context, one)).orElse(false));
        values.put(
                "own",
                sessions.accountName(context)
                        .<Object>map(name -> Map.of("name", name))
                        .orElse(false));
        // Signing out leads to where the person came from.
        @Nullable URI signOut = visit.map(Visit::signOutAddress).orElse(null);
        pages.show(context, 200, "home", values, signOut == null ? "" : signOut.toString());
    }

    private Map<String, String> visitor(Context context, Visit visit) {
        EducationClaims education = visit.education();
        String unsaid = pages.text(context, "unsaid");
        List<String> roles = education.roles().stream()
                .map(role -> pages.text(context, "role." + role.claim()))
                .toList();
        return Map.of(
                "home",
                visit.issuerName(),
                "subject",
                visit.subject(),
                "role",
                roles.isEmpty() ? unsaid : pages.list(context, roles),
                "organization",
                education.organization() == null
                        ? unsaid
                        : education.organization().text());
    }
}
