package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.TokenUse.LTI_LAUNCH;

import java.util.Map;
import java.util.function.Consumer;

/** Launches of tools (LTI 1.3). */
final class LaunchCases {

    private LaunchCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        book.put("RP-050", cases -> {
            cases.about(LTI_LAUNCH)
                    .bad("an access token", draft -> draft.header.put("typ", "at+jwt"))
                    .without("nonce")
                    .bad("another nonce", draft -> draft.claims.put("nonce", "n-0S6_WzA2Mj"));
            LenienceCases.judged(cases);
        });
        addMessage(book);
        addTarget(book);
        addContent(book);
    }

    private static void addMessage(Map<String, Consumer<Cases>> book) {
        book.put(
                "TOK-120",
                cases -> changed(
                                cases.about(LTI_LAUNCH),
                                "message_type",
                                "'LtiOtherRequest'",
                                "'ltiresourcelinkrequest'")
                        .without(LaunchClaims.PREFIX + "message_type"));
        book.put(
                "TOK-121",
                cases -> changed(cases.about(LTI_LAUNCH), "version", "'1.1'", "'1.3'", "1.3")
                        .without(LaunchClaims.PREFIX + "version"));
        book.put(
                "TOK-122",
                cases -> changed(
                                cases.about(LTI_LAUNCH),
                                "deployment_id",
                                "'1'",
                                "'" + LaunchClaims.DEPLOYMENT + "0'",
                                "''")
                        .without(LaunchClaims.PREFIX + "deployment_id"));
        book.put(
                "TOK-127",
                cases -> cases.about(LTI_LAUNCH)
                        .bad("another state", draft -> draft.launch(form -> form.withState("another")))
                        .bad("no state", draft -> draft.launch(form -> form.withState("")))
                        .bad(
                                "no state, and none was sent",
                                draft -> draft.launch(form -> form.withState("").withExpectedState(""))));
    }

    private static void addTarget(Map<String, Consumer<Cases>> book) {
        book.put("TOK-123", cases -> {
            String tool = cases.scene().tool();
            changed(
                            cases.about(LTI_LAUNCH),
                            "target_link_uri",
                            "'https://evil.example/lessons/312'",
                            "'" + tool.replaceFirst("(//[^/:]+)", "$1.evil.example") + "/lessons/312'",
                            "'" + tool + "-other/lessons/312'",
                            "'javascript:alert(1)'",
                            "'/lessons/312'")
                    .without(LaunchClaims.PREFIX + "target_link_uri");
        });
    }

    private static void addContent(Map<String, Consumer<Cases>> book) {
        // What an id is like, and that roles are in a list, LTI asks of platforms; what a tool does with others it
        // leaves open.
        book.put(
                "TOK-124",
                cases -> changed(
                        changed(
                                        cases.about(LTI_LAUNCH).without(LaunchClaims.PREFIX + "resource_link"),
                                        "resource_link",
                                        "{}",
                                        "'a'")
                                .recommended(),
                        "resource_link",
                        "{'id':''}",
                        "{'id':'" + "a".repeat(256) + "'}"));
        book.put(
                "TOK-125",
                cases -> changed(
                        cases.about(LTI_LAUNCH)
                                .good("roles is empty", draft -> draft.claims.putArray(LaunchClaims.PREFIX + "roles"))
                                .without(LaunchClaims.PREFIX + "roles")
                                .recommended(),
                        "roles",
                        "'Learner'",
                        "{}"));
        book.put(
                "TOK-126",
                cases -> cases.about(LTI_LAUNCH)
                        .good("for choosing content", draft -> LaunchClaims.chooseContent(draft.claims))
                        .bad("without settings", draft -> {
                            LaunchClaims.chooseContent(draft.claims);
                            draft.claims.remove(LaunchClaims.DEEP_LINKING);
                        })
                        .bad("without a way back", draft -> {
                            LaunchClaims.chooseContent(draft.claims);
                            draft.claims
                                    .withObject("/"
                                            + LaunchClaims.DEEP_LINKING
                                                    .replace("~", "~0")
                                                    .replace("/", "~1"))
                                    .remove("deep_link_return_url");
                        }));
    }

    /** Ones in which a claim of LTI has other values, in JSON with apostrophes, all to be refused. */
    private static Cases changed(Cases cases, String claim, String... values) {
        for (String value : values) {
            cases.bad(LaunchClaims.PREFIX + claim, value);
        }
        return cases;
    }
}
