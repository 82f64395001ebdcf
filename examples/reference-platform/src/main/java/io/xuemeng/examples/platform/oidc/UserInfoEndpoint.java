package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.identity.token.AccessToken;
import java.util.Optional;

/** Says again, to whoever shows the access token of a sign-in, who signed in (OpenID Connect Core 1.0, 5.3). */
final class UserInfoEndpoint {

    private final Tokens tokens;

    UserInfoEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    void handle(Context context) {
        Pages.secureAnswer(context);
        Optional<String> shown = Bearer.token(context.header("Authorization"));
        Optional<AccessToken> token = shown.flatMap(tokens::verify);
        if (token.isEmpty()) {
            context.status(401)
                    .header("WWW-Authenticate", shown.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
        } else if (!token.get().permits(Tokens.OPENID)) {
            context.status(403).header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"openid\"");
        } else {
            context.contentType("application/json").result(JsonWriter.compact(out -> write(out, token.get())));
        }
    }

    private static void write(JsonWriter out, AccessToken token) {
        out.startObject().member("sub", token.subject());
        token.education().writeTo(out);
        out.endObject();
    }
}
