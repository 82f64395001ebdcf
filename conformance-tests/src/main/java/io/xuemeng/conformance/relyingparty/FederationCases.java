package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.FederationTree.Place.HUB;
import static io.xuemeng.conformance.relyingparty.FederationTree.Place.ISSUER;
import static io.xuemeng.conformance.relyingparty.FederationTree.Place.ISSUER_BY_PROVINCE;
import static io.xuemeng.conformance.relyingparty.FederationTree.Place.PROVINCE;
import static io.xuemeng.conformance.relyingparty.FederationTree.Place.PROVINCE_BY_HUB;
import static io.xuemeng.conformance.relyingparty.TokenUse.ID_TOKEN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Why an issuer is to be trusted, or not. The tokens are good; the statements about their issuer are not. */
final class FederationCases {

    private static final String OTHER = "https://other.kit.example";

    private FederationCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        addStatements(book);
        addClaims(book);
        addChains(book);
        addConstraints(book);
        addPolicies(book);
        addFetching(book);
    }

    /** Whose chain has one statement changed. */
    private static void changed(
            Cases cases,
            boolean good,
            FederationTree.Place place,
            String label,
            Consumer<FederationTree.Statement> edit) {
        Consumer<TokenDraft> from = draft -> draft.from(cases.scene().member(statement -> {
            if (statement.place == place) {
                edit.accept(statement);
            }
        }));
        if (good) {
            cases.good(place + ": " + label, from);
        } else {
            cases.bad(place + ": " + label, from);
        }
    }

    private static void bad(
            Map<String, Consumer<Cases>> book,
            String id,
            FederationTree.Place place,
            String label,
            Consumer<FederationTree.Statement> edit) {
        Consumer<Cases> before = book.getOrDefault(id, cases -> cases.about(ID_TOKEN));
        book.put(id, before.andThen(cases -> changed(cases, false, place, label, edit)));
    }

    private static void good(
            Map<String, Consumer<Cases>> book,
            String id,
            FederationTree.Place place,
            String label,
            Consumer<FederationTree.Statement> edit) {
        Consumer<Cases> before = book.getOrDefault(id, cases -> cases.about(ID_TOKEN));
        book.put(id, before.andThen(cases -> changed(cases, true, place, label, edit)));
    }

    /** A statement with a claim that has another value. */
    private static void bad(
            Map<String, Consumer<Cases>> book, String id, FederationTree.Place place, String claim, String value) {
        bad(book, id, place, claim + " = " + value, statement -> statement.claims.set(claim, Json.of(value)));
    }

    private static void addStatements(Map<String, Consumer<Cases>> book) {
        for (FederationTree.Place place : FederationTree.Place.values()) {
            if (place != HUB) {
                bad(book, "FED-001", place, "typ = JWT", statement -> statement.header.put("typ", "JWT"));
            }
        }
        bad(book, "FED-002", ISSUER_BY_PROVINCE, "no kid", statement -> statement.header.remove("kid"));
        bad(book, "FED-002", PROVINCE_BY_HUB, "no kid", statement -> statement.header.remove("kid"));
        bad(
                book,
                "FED-003",
                ISSUER_BY_PROVINCE,
                "trust_chain in the header",
                statement -> statement.header.putArray("trust_chain").add("a"));
    }

    private static void addClaims(Map<String, Consumer<Cases>> book) {
        bad(book, "FED-004", ISSUER, "no iss", statement -> statement.claims.remove("iss"));
        bad(book, "FED-004", ISSUER_BY_PROVINCE, "sub", "'platform'");
        bad(
                book,
                "FED-004",
                PROVINCE_BY_HUB,
                "sub + ?x",
                statement -> statement.claims.put("sub", statement.tree.province() + "?x"));
        bad(book, "FED-005", ISSUER_BY_PROVINCE, "no iat", statement -> statement.claims.remove("iat"));
        bad(
                book,
                "FED-006",
                ISSUER_BY_PROVINCE,
                "iat to come",
                statement -> statement.claims.put("iat", now() + skew(statement) + 60));
        bad(book, "FED-007", ISSUER_BY_PROVINCE, "no exp", statement -> statement.claims.remove("exp"));
        for (FederationTree.Place place : List.of(ISSUER, ISSUER_BY_PROVINCE, PROVINCE_BY_HUB)) {
            bad(
                    book,
                    "FED-008",
                    place,
                    "ended",
                    statement -> statement.claims.put("iat", now() - 7200).put("exp", now() - skew(statement) - 30));
        }
        bad(book, "FED-009", ISSUER_BY_PROVINCE, "no jwks", statement -> statement.claims.remove("jwks"));
        bad(
                book,
                "FED-009",
                ISSUER_BY_PROVINCE,
                "a key without a name",
                statement ->
                        ((ObjectNode) statement.claims.path("jwks").path("keys").path(0)).remove("kid"));
        bad(book, "FED-009", ISSUER_BY_PROVINCE, "two keys of one name", statement -> {
            ObjectNode keys = statement.tree.keys("issuer", "province");
            keys.path("keys")
                    .forEach(key -> ((ObjectNode) key)
                            .put("kid", TokenDraft.keyId(statement.tree.scene().key("federation issuer"))));
            statement.claims.set("jwks", keys);
        });
        bad(book, "FED-009", ISSUER, "keys that nobody vouches for", statement -> {
            statement.key = statement.tree.scene().key("attacker");
            statement.header.put("kid", TokenDraft.keyId(statement.key));
            statement.claims.set("jwks", Json.object());
            statement.claims.withObject("/jwks").putArray("keys").add(Json.of(Jwk.of(statement.key)));
        });
        bad(book, "FED-010", ISSUER_BY_PROVINCE, "a critical claim", statement -> {
            statement.claims.put("urn:kit:rank", "1");
            statement.claims.putArray("crit").add("urn:kit:rank");
        });
        bad(book, "FED-010", ISSUER_BY_PROVINCE, "crit", "['exp']");
        bad(book, "FED-010", ISSUER_BY_PROVINCE, "crit", "['urn:kit:absent']");
        bad(book, "FED-011", ISSUER, "metadata_policy", "{}");
        bad(book, "FED-011", ISSUER_BY_PROVINCE, "trust_marks", "[]");
        bad(book, "FED-012", ISSUER, "trust_anchor_hints", "[]");
        bad(
                book,
                "FED-013",
                ISSUER,
                "a parameter is null",
                statement -> statement.metadata("openid_provider").putNull("client_name"));
        bad(book, "FED-014", PROVINCE_BY_HUB, "metadata_policy", "{'openid_provider':[]}");
        bad(book, "FED-015", PROVINCE_BY_HUB, "constraints", "{'max_path_length':-1}");
        bad(book, "FED-015", PROVINCE_BY_HUB, "constraints", "{'naming_constraints':{'permitted':'.cn'}}");
        bad(book, "FED-016", ISSUER, "trust_marks", "[{}]");
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static long skew(FederationTree.Statement statement) {
        return statement.tree.scene().terms().clockSkew().toSeconds();
    }

    private static void addChains(Map<String, Consumer<Cases>> book) {
        bad(
                book,
                "FED-022",
                ISSUER_BY_PROVINCE,
                "iss is the hub",
                statement -> statement.claims.put("iss", statement.tree.hub()));
        bad(book, "FED-022", ISSUER_BY_PROVINCE, "signed by whom nobody vouches for", statement -> {
            SigningKey attacker = statement.tree.scene().key("attacker");
            statement.key = attacker;
        });
        bad(book, "FED-022", PROVINCE_BY_HUB, "signed by the province", statement -> {
            statement.key = statement.tree.scene().key("federation province");
            statement.header.put("kid", TokenDraft.keyId(statement.key));
        });
        for (FederationTree.Place own : List.of(ISSUER, PROVINCE, HUB)) {
            bad(
                    book,
                    "FED-022",
                    own,
                    "signed by another with the name of its own key",
                    statement -> statement.key = statement.tree.scene().key("attacker"));
        }
        book.put(
                "FED-023",
                cases -> cases.about(ID_TOKEN)
                        .bad("another anchor is trusted", draft -> {
                            PublishedIssuer own = cases.scene().member(statement -> {});
                            PublishedIssuer other = cases.scene().member(statement -> {});
                            draft.from(new PublishedIssuer(own.id(), own.path(), own.key(), null, other.anchors()));
                        })
                        .bad("the anchor has other keys", draft -> {
                            PublishedIssuer own = cases.scene().member(statement -> {});
                            String keys = Json.set(Json.of(Jwk.of(cases.scene().key("attacker"))));
                            AnchorKeys anchor =
                                    new AnchorKeys(own.anchors().get(0).entity(), keys);
                            draft.from(new PublishedIssuer(own.id(), own.path(), own.key(), null, List.of(anchor)));
                        }));
        bad(book, "FED-024", ISSUER, "no authority_hints", statement -> statement.claims.remove("authority_hints"));
        bad(book, "FED-024", PROVINCE, "no authority_hints", statement -> statement.claims.remove("authority_hints"));
        book.put(
                "FED-025",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "province and issuer are each other's superiors",
                                draft -> draft.from(cases.scene().member(FederationCases::loop))));
        bad(
                book,
                "FED-026",
                ISSUER,
                "it is another entity",
                statement -> statement.claims.put("iss", OTHER).put("sub", OTHER));
    }

    private static void loop(FederationTree.Statement statement) {
        if (statement.place == PROVINCE) {
            statement.claims.putArray("authority_hints").add(statement.tree.issuer());
        } else if (statement.place == ISSUER) {
            statement.tree.vouchForProvinceByIssuer();
            statement
                    .metadata("federation_entity")
                    .put("federation_fetch_endpoint", statement.tree.issuer() + "/fetch");
        }
    }

    private static void addConstraints(Map<String, Consumer<Cases>> book) {
        good(
                book,
                "FED-030",
                PROVINCE_BY_HUB,
                "max_path_length = 1",
                statement -> statement.claims.withObject("/constraints").put("max_path_length", 1));
        bad(book, "FED-030", PROVINCE_BY_HUB, "constraints", "{'max_path_length':0}");
        book.put("FED-031", cases -> {
            cases.about(ID_TOKEN);
            // An address without a name meets no constraint on names (RFC 5280, 4.2.1.10).
            if (cases.scene().host().isNamed()) {
                changed(
                        cases,
                        true,
                        PROVINCE_BY_HUB,
                        "others are excluded",
                        statement -> statement.claims.set(
                                "constraints", Json.of("{'naming_constraints':{'excluded':['other.kit.example']}}")));
            }
        });
        bad(
                book,
                "FED-031",
                PROVINCE_BY_HUB,
                "constraints",
                "{'naming_constraints':{'permitted':['other.kit.example']}}");
        bad(
                book,
                "FED-031",
                PROVINCE_BY_HUB,
                "the host is excluded",
                statement -> statement
                        .claims
                        .withObject("/constraints/naming_constraints")
                        .putArray("excluded")
                        .add(java.net.URI.create(statement.tree.issuer()).getHost()));
    }

    private static void policy(FederationTree.Statement statement, String parameter, String operators) {
        statement.claims.withObject("/metadata_policy/openid_provider").set(parameter, Json.of(operators));
    }

    private static void addPolicies(Map<String, Consumer<Cases>> book) {
        bad(
                book,
                "FED-035",
                PROVINCE_BY_HUB,
                "essential = 'yes'",
                statement -> policy(statement, "edu_level", "{'essential':'yes'}"));
        bad(
                book,
                "FED-035",
                PROVINCE_BY_HUB,
                "one_of = 'county'",
                statement -> policy(statement, "edu_level", "{'one_of':'county'}"));
        bad(
                book,
                "FED-036",
                PROVINCE_BY_HUB,
                "add with one_of",
                statement -> policy(statement, "edu_level", "{'add':['county'],'one_of':['county']}"));
        book.put(
                "FED-037",
                cases -> cases.about(ID_TOKEN)
                        .good(
                                "both allow the same",
                                draft -> draft.from(cases.scene().member(statement -> {
                                    policies(
                                            statement, "{'one_of':['county','city']}", "{'one_of':['county','state']}");
                                })))
                        .bad(
                                "what one allows the other does not",
                                draft -> draft.from(cases.scene().member(statement -> {
                                    policies(statement, "{'one_of':['city']}", "{'one_of':['county']}");
                                }))));
        good(
                book,
                "FED-038",
                PROVINCE_BY_HUB,
                "one_of with the value",
                statement -> policy(statement, "edu_level", "{'one_of':['county','city']}"));
        good(
                book,
                "FED-038",
                PROVINCE_BY_HUB,
                "default of what is absent",
                statement -> policy(statement, "edu_rank", "{'default':'1','essential':true}"));
        bad(
                book,
                "FED-038",
                PROVINCE_BY_HUB,
                "one_of without the value",
                statement -> policy(statement, "edu_level", "{'one_of':['state']}"));
        bad(
                book,
                "FED-038",
                PROVINCE_BY_HUB,
                "essential, and absent",
                statement -> policy(statement, "edu_rank", "{'essential':true}"));
        bad(
                book,
                "FED-038",
                PROVINCE_BY_HUB,
                "superset_of more",
                statement -> policy(statement, "subject_types_supported", "{'superset_of':['pairwise','public']}"));
        good(
                book,
                "FED-039",
                PROVINCE_BY_HUB,
                "an operator that need not be understood",
                statement -> policy(statement, "edu_level", "{'urn:kit:operator':'.*'}"));
        bad(book, "FED-039", PROVINCE_BY_HUB, "an operator that must be understood", statement -> {
            policy(statement, "edu_level", "{'urn:kit:operator':'.*'}");
            statement.claims.putArray("metadata_policy_crit").add("urn:kit:operator");
        });
    }

    private static void policies(FederationTree.Statement statement, String hub, String province) {
        if (statement.place == PROVINCE_BY_HUB) {
            policy(statement, "edu_level", hub);
        } else if (statement.place == ISSUER_BY_PROVINCE) {
            policy(statement, "edu_level", province);
        }
    }

    private static void addFetching(Map<String, Consumer<Cases>> book) {
        bad(book, "FED-040", ISSUER_BY_PROVINCE, "status 404", statement -> statement.status = 404);
        bad(book, "FED-040", ISSUER, "status 500", statement -> statement.status = 500);
        bad(book, "FED-042", ISSUER, "its superior is not of the federation", statement -> {
            PublishedIssuer stranger = statement.tree.scene().member(other -> {});
            statement.claims.putArray("authority_hints").add(stranger.id());
        });
        bad(
                book,
                "FED-043",
                PROVINCE,
                "no federation_fetch_endpoint",
                statement -> statement.metadata("federation_entity").remove("federation_fetch_endpoint"));
        bad(book, "FED-044", ISSUER_BY_PROVINCE, "sub is another", statement -> statement.claims.put("sub", OTHER));
    }
}
