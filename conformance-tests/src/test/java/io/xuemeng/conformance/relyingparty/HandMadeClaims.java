package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.code.PersonalData;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The claims of one token, as {@link HandMade} judges them. */
final class HandMadeClaims {

    private static final Set<String> ROLES = Set.of("learner", "teacher", "guardian", "staff", "institution_staff");
    private static final Set<String> STAGES =
            Set.of("preschool", "primary", "junior_secondary", "senior_secondary", "secondary_vocational", "higher");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<String> NO_TEXT = Set.of(
            "jti", "nonce", "iat", "exp", "nbf", "auth_time", "sid", "at_hash", "iss", "aud", "azp", "client_id");
    private static final Set<String> TEXTS =
            Set.of("iss", "sub", "jti", "nonce", "azp", "acr", "sid", "client_id", "scope", "at_hash");

    private final HandMade party;
    private final TokenQuestion question;
    private final JsonNode header;
    private final ObjectNode claims;
    private final double now = Instant.now().toEpochMilli() / 1000.0;

    HandMadeClaims(HandMade party, TokenQuestion question, JsonNode header, ObjectNode claims) {
        this.party = party;
        this.question = question;
        this.header = header;
        this.claims = claims;
    }

    private boolean lacks(Fault fault) {
        return !party.has(fault);
    }

    private static void must(boolean good, String why) throws Refusal {
        Refusal.unless(good, why);
    }

    void check() throws Refusal {
        checkType();
        checkForms();
        checkParties();
        checkDates();
        if (lacks(Fault.TAKES_PERSONAL_DATA)) {
            checkPersonalData(claims);
        }
        switch (question.use()) {
            case ID_TOKEN -> checkIdToken();
            case ACCESS_TOKEN -> checkAccessToken();
            case LOGOUT_TOKEN -> checkLogoutToken();
            case LTI_LAUNCH -> checkLaunch();
        }
    }

    private void checkType() throws Refusal {
        String typ = header.path("typ").asText("");
        if (!party.has(Fault.READS_TYPES_IN_CAPITALS_ONLY)) {
            typ = typ.toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
        } else {
            typ = typ.equals("jwt") || typ.startsWith("application") ? "?" : typ.toLowerCase(Locale.ROOT);
        }
        boolean good = switch (question.use()) {
            case ID_TOKEN -> typ.equals("jwt") || (typ.isEmpty() && lacks(Fault.ASKS_FOR_A_TYPE_OF_ID_TOKENS));
            case ACCESS_TOKEN -> typ.equals("at+jwt");
            case LOGOUT_TOKEN -> typ.isEmpty() || typ.equals("jwt") || typ.equals("logout+jwt");
            case LTI_LAUNCH -> typ.isEmpty() || typ.equals("jwt");
        };
        must(good || party.has(Fault.LOOKS_AT_NO_TYPE), "typ");
    }

    private void checkForms() throws Refusal {
        for (String name : TEXTS) {
            must(!claims.has(name) || claims.path(name).isTextual(), name);
        }
        for (String name : List.of("exp", "iat", "nbf", "auth_time")) {
            JsonNode date = claims.path(name);
            if (date.isTextual() && party.has(Fault.READS_TEXTS_AS_NUMBERS)) {
                claims.put(name, date.asLong());
                continue;
            }
            must(date.isMissingNode() || date.isNumber(), name);
            must(
                    date.isMissingNode()
                            || party.has(Fault.TAKES_ANY_NUMBER_FOR_A_DATE)
                            || (date.asDouble() >= 0 && date.asDouble() < 253_402_300_800.0),
                    name);
        }
        if (party.has(Fault.FAILS_ON_CLAIMS_THAT_IT_DOES_NOT_KNOW)) {
            must(!claims.has("urn:kit:claim"), "an unknown claim");
        }
    }

    private void checkParties() throws Refusal {
        String issuer = claims.path("iss").asText("");
        boolean anyIssuer = switch (question.use()) {
            case ID_TOKEN -> false;
            case ACCESS_TOKEN -> party.has(Fault.TAKES_ACCESS_TOKENS_OF_ANY_ISSUER);
            case LOGOUT_TOKEN -> party.has(Fault.TAKES_LOGOUT_TOKENS_OF_ANY_ISSUER);
            case LTI_LAUNCH -> party.has(Fault.TAKES_LAUNCHES_OF_ANY_ISSUER);
        };
        if (anyIssuer) {
            must(!issuer.isEmpty(), "no iss");
        } else if (issuer.isEmpty()) {
            must(party.has(Fault.TAKES_TOKENS_WITHOUT_ISSUER), "no iss");
        } else if (party.has(Fault.COMPARES_THE_BEGIN_OF_THE_ISSUER)) {
            must(issuer.startsWith(question.issuer()), "iss");
        } else {
            must(issuer.equals(question.issuer()) || party.has(Fault.TAKES_WHOEVER_SIGNED_FOR_THE_ISSUER), "iss");
        }
        String subject = claims.path("sub").asText("");
        if (question.use() != TokenUse.LOGOUT_TOKEN || claims.has("sub")) {
            must(!subject.isEmpty() || party.has(Fault.TAKES_TOKENS_ABOUT_NOBODY), "no sub");
            must(
                    party.has(Fault.TAKES_SUBJECTS_OF_ANY_LENGTH)
                            || (subject.length() <= 255 && subject.chars().allMatch(c -> c < 128)),
                    "sub");
        }
        checkAudience();
    }

    private void checkAudience() throws Refusal {
        JsonNode aud = claims.path("aud");
        if (aud.isMissingNode() || (aud.isArray() && aud.isEmpty())) {
            must(party.has(Fault.TAKES_TOKENS_FOR_NOBODY), "no aud");
            return;
        }
        boolean mine = false;
        boolean others = false;
        for (JsonNode one : aud.isArray() ? aud : List.of(aud)) {
            must(one.isTextual(), "aud");
            mine |= one.asText().equals(question.audience());
            others |= !one.asText().equals(question.audience());
        }
        must(!(aud.isArray() && party.has(Fault.WANTS_ONE_AUDIENCE_AS_TEXT)), "aud is an array");
        must(mine || party.has(Fault.TAKES_TOKENS_FOR_ANYBODY), "aud");
        if (!mine) {
            return;
        }
        String authorized = claims.path("azp").asText("");
        must(!others || (party.has(Fault.TAKES_FURTHER_AUDIENCES) && !authorized.isEmpty()), "aud");
        must(
                authorized.isEmpty() || authorized.equals(question.audience()) || party.has(Fault.IGNORES_THE_PARTY),
                "azp");
    }

    private void checkDates() throws Refusal {
        double skew = party.has(Fault.GRANTS_NO_SKEW) ? 0 : 60;
        double expiry = claims.path("exp").asDouble(0);
        double issued = claims.path("iat").asDouble(0);
        must(claims.has("exp") || party.has(Fault.TAKES_TOKENS_THAT_NEVER_END), "no exp");
        must(!claims.has("exp") || now < expiry + skew || party.has(Fault.TAKES_TOKENS_THAT_ENDED), "exp");
        must(claims.has("iat") || party.has(Fault.TAKES_TOKENS_WITHOUT_A_TIME_OF_ISSUE), "no iat");
        must(issued <= now + skew || party.has(Fault.TAKES_TOKENS_FROM_THE_FUTURE), "iat");
        must(claims.path("nbf").asDouble(0) <= now + skew || party.has(Fault.TAKES_TOKENS_BEFORE_THEIR_TIME), "nbf");
        must(!claims.has("iat") || expiry - issued <= 86_400 || party.has(Fault.TAKES_TOKENS_FOR_A_YEAR), "lifetime");
        must(claims.path("auth_time").asDouble(0) <= now + skew, "auth_time");
    }

    private static void checkPersonalData(JsonNode all) throws Refusal {
        Deque<JsonNode> left = new ArrayDeque<>(List.of(all));
        while (!left.isEmpty()) {
            JsonNode node = left.pop();
            if (node.isObject()) {
                node.properties().stream()
                        .filter(member -> !NO_TEXT.contains(member.getKey()))
                        .forEach(member -> left.push(member.getValue()));
            } else if (node.isArray()) {
                node.forEach(left::push);
            } else if (node.isTextual() || node.isNumber()) {
                must(!PersonalData.isIn(node.asText()), "personal data");
            }
        }
    }

    private void checkIdToken() throws Refusal {
        JsonNode roles = claims.path("edu_role");
        for (JsonNode role : roles.isArray() ? roles : List.of(roles)) {
            must(
                    role.isMissingNode()
                            ? lacks(Fault.NEEDS_A_ROLE)
                            : ROLES.contains(role.asText()) || party.has(Fault.TAKES_ANY_WORD_FOR_A_ROLE),
                    "edu_role");
        }
        must(
                !claims.has("edu_org")
                        || InstitutionId.isValid(claims.path("edu_org").asText())
                        || party.has(Fault.TAKES_ANY_TEXT_FOR_AN_INSTITUTION),
                "edu_org");
        must(
                !claims.has("edu_region")
                        || AreaCode.isValid(claims.path("edu_region").asText())
                        || party.has(Fault.TAKES_ANY_DIGITS_FOR_A_REGION),
                "edu_region");
        must(
                !claims.has("edu_stage")
                        || STAGES.contains(claims.path("edu_stage").asText())
                        || party.has(Fault.TAKES_ANY_WORD_FOR_A_STAGE),
                "edu_stage");
        checkSignIn();
        checkNonce();
    }

    private void checkSignIn() throws Refusal {
        String hash = claims.path("at_hash").asText("");
        if (question.accessToken() != null && !hash.isEmpty()) {
            String alg = header.path("alg").asText();
            must(
                    hash.equals(ClaimCases.halfHash(HandMadeKeys.ALGORITHMS.get(alg), question.accessToken()))
                            || party.has(Fault.IGNORES_THE_HASH_OF_THE_ACCESS_TOKEN),
                    "at_hash");
        }
        if (question.maxAge() != null) {
            must(claims.has("auth_time") || party.has(Fault.NEEDS_NO_TIME_OF_AUTHENTICATION), "no auth_time");
            must(
                    !claims.has("auth_time")
                            || now <= claims.path("auth_time").asDouble() + question.maxAge() + 60
                            || party.has(Fault.IGNORES_THE_AGE_OF_AUTHENTICATION),
                    "auth_time");
        }
        if (question.acr() != null) {
            must(
                    claims.path("acr").asText("").equals(question.acr())
                            || party.has(Fault.IGNORES_THE_CLASS_OF_AUTHENTICATION),
                    "acr");
        }
    }

    private void checkNonce() throws Refusal {
        String nonce = claims.path("nonce").asText(null);
        if (nonce == null) {
            must(party.has(Fault.TAKES_TOKENS_WITHOUT_NONCE), "no nonce");
            return;
        }
        must(nonce.equals(question.nonce()) || party.has(Fault.IGNORES_THE_NONCE), "nonce");
        boolean isNew = party.has(Fault.REMEMBERS_NONCES_OF_REFUSED_TOKENS)
                || party.isNew("nonce " + question.issuer() + nonce);
        must(isNew || party.has(Fault.TAKES_A_NONCE_AGAIN), "a nonce again");
    }

    private void checkAccessToken() throws Refusal {
        must(!claims.path("jti").asText("").isEmpty() || party.has(Fault.TAKES_ACCESS_TOKENS_WITHOUT_AN_ID), "no jti");
        must(claims.has("client_id") || party.has(Fault.TAKES_ACCESS_TOKENS_OF_NO_CLIENT), "no client_id");
        must(
                claims.path("scope").asText("").matches("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*")
                        || party.has(Fault.TAKES_ANY_TEXT_FOR_SCOPES),
                "scope");
        must(
                !claims.has("cnf")
                        || claims.path("cnf").path("jkt").isTextual()
                        || party.has(Fault.TAKES_ANY_CONFIRMATION),
                "cnf");
        Presentation presentation = question.presentation();
        if (presentation != null) {
            new HandMadeProof(party, presentation, question.token(), claims).check();
        }
    }

    private void checkLaunch() throws Refusal {
        new HandMadeLaunch(party, question, claims).check();
        String nonce = claims.path("nonce").asText("");
        must(
                (!nonce.isEmpty() && nonce.equals(question.nonce())) || party.has(Fault.TAKES_LAUNCHES_WITH_ANY_NONCE),
                "nonce");
        must(
                party.isNew("launch " + question.issuer() + nonce) || party.has(Fault.TAKES_LAUNCHES_AGAIN),
                "a launch again");
    }

    private void checkLogoutToken() throws Refusal {
        String id = claims.path("jti").asText("");
        must(!id.isEmpty(), "no jti");
        must(id.length() <= 1024 || party.has(Fault.TAKES_IDS_OF_ANY_LENGTH), "jti");
        must(claims.has("sub") || claims.has("sid") || party.has(Fault.TAKES_LOGOUT_TOKENS_ABOUT_NOBODY), "nobody");
        must(!claims.has("nonce") || party.has(Fault.TAKES_A_NONCE_IN_LOGOUT_TOKENS), "nonce");
        must(claims.path("events").path(EVENT).isObject() || party.has(Fault.NEEDS_NO_EVENT_OF_LOGOUT), "events");
        must(party.isNew("jti " + question.issuer() + id) || party.has(Fault.TAKES_LOGOUT_TOKENS_AGAIN), "again");
    }
}
