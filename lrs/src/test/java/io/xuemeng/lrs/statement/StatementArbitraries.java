package io.xuemeng.lrs.statement;

import io.xuemeng.core.json.RawJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid statements of every kind, with texts that are hostile wherever the standard leaves them free. */
public final class StatementArbitraries {

    private static final double ABSENT = 0.4;

    private StatementArbitraries() {}

    /** Statements that a version takes. */
    public static Arbitrary<Statement> statements(XapiVersion version) {
        return objects(version).flatMap(object -> statements(version, object));
    }

    private static Arbitrary<Statement> statements(XapiVersion version, StatementObject object) {
        boolean refers = object instanceof StatementRef;
        Arbitrary<Statement.Builder> first = Combinators.combine(
                        uuids().injectNull(ABSENT),
                        actors(),
                        refers ? Arbitraries.oneOf(verbs(), Arbitraries.just(Verbs.VOIDED)) : verbs(),
                        results().injectNull(ABSENT),
                        contexts(version, object instanceof Activity).injectNull(ABSENT))
                .as((id, actor, verb, result, context) -> Statement.builder()
                        .id(id)
                        .actor(actor)
                        .verb(verb)
                        .object(object)
                        .result(result)
                        .context(context));
        return Combinators.combine(
                        first,
                        timestamps().injectNull(ABSENT),
                        timestamps().injectNull(ABSENT),
                        authorities().injectNull(ABSENT),
                        versions(version).injectNull(ABSENT),
                        attachments().list().ofMaxSize(2).injectNull(ABSENT))
                .as((builder, timestamp, stored, authority, number, attachments) -> builder.timestamp(timestamp)
                        .stored(stored)
                        .authority(authority)
                        .version(number)
                        .attachments(attachments)
                        .build());
    }

    private static Arbitrary<StatementObject> objects(XapiVersion version) {
        return Arbitraries.oneOf(activities(), activities(), actors(), references(), subStatements(version));
    }

    private static Arbitrary<StatementObject> subStatements(XapiVersion version) {
        return Arbitraries.oneOf(activities(), actors(), references())
                .flatMap(object -> Combinators.combine(
                                actors(),
                                verbs(),
                                results().injectNull(ABSENT),
                                contexts(version, object instanceof Activity).injectNull(ABSENT),
                                timestamps().injectNull(ABSENT),
                                attachments().list().ofMaxSize(1).injectNull(ABSENT))
                        .as((actor, verb, result, context, timestamp, attachments) -> SubStatement.of(
                                        actor, verb, object)
                                .withResult(result)
                                .withContext(context)
                                .withTimestamp(timestamp)
                                .withAttachments(attachments)));
    }

    /** Texts of any content. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        " ",
                        "分数的初步认识",
                        "\uD842\uDFB7野家 \uD83D\uDE00",
                        "\u202Eabc\u202C \u200F\u2067x\u2069",
                        "line\nfeed\r\nreturn\r tab\t \u0000\u001F\u007F\u0085\u2028",
                        "\\\" \\u0041 / \b\f",
                        "é e\u0301 \uFEFF \uFFFD",
                        "\uD800\uDC00\uDBFF\uDFFD\uE000"),
                Arbitraries.strings().ascii().ofMaxLength(20));
    }

    private static Arbitrary<String> uuids() {
        return Arbitraries.of(
                "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
                "FD41C918-B88B-4B20-A0A5-A4C32391AAA1",
                "12345678-1234-5678-1234-567812345678",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff");
    }

    private static Arbitrary<String> irls() {
        return Arbitraries.of(
                "http://example.com/activity",
                "https://example.cn/课程/312?x=1&y=%E4%B8%AD#z",
                "https://user@example.org:8443/a;b",
                "http://[2001:db8::1]/",
                "ftp://example.org/\uD842\uDFB7",
                "file:///a");
    }

    private static Arbitrary<String> iris() {
        return Arbitraries.oneOf(
                irls(),
                Arbitraries.of(
                        "urn:uuid:fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
                        "tag:example.com,2026:x",
                        "mailto:a@example.org",
                        "x:"));
    }

    private static Arbitrary<Timestamp> timestamps() {
        return Arbitraries.of(
                        "2026-09-01T08:00:00.000+08:00",
                        "0001-01-01T00:00:00Z",
                        "9999-12-31T23:59:60.123456789123Z",
                        "2024-02-29T12:00:00-23:59",
                        "2026-09-01T08:00:00",
                        "20260901T080000Z",
                        "2026-W36-2T08:00+08")
                .map(Timestamp::of);
    }

    private static Arbitrary<String> versions(XapiVersion version) {
        return version == XapiVersion.V1_0
                ? Arbitraries.of("1.0", "1.0.0", "1.0.3", "1.0.27", "1.0.0-rc1")
                : Arbitraries.of("2.0", "2.0.0", "2.0.7", "1.0.3", "3.1.4");
    }

    private static Arbitrary<InverseFunctionalIdentifier> identifiers() {
        return Arbitraries.oneOf(
                Arbitraries.of("mailto:a@example.org", "mailto:first.last+x@mail.例子.cn", "mailto:用户@example.org")
                        .map(Mbox::new),
                Arbitraries.of("ebd31e95054c018b10727ccffd2ef2ec3a016ee9", "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9")
                        .map(MboxSha1sum::new),
                Arbitraries.of("https://openid.example.org/12345", "http://a.example.org")
                        .map(OpenId::new),
                Combinators.combine(irls(), texts()).as(Account::new));
    }

    private static Arbitrary<Agent> agents() {
        return Combinators.combine(Arbitraries.of(true, false), texts().injectNull(ABSENT), identifiers())
                .as(Agent::new);
    }

    private static Arbitrary<Group> groups() {
        Arbitrary<Group> anonymous = Combinators.combine(
                        texts().injectNull(ABSENT), agents().list().ofMinSize(1).ofMaxSize(3))
                .as((name, members) -> new Group(name, null, members));
        Arbitrary<Group> identified = Combinators.combine(
                        texts().injectNull(ABSENT),
                        identifiers(),
                        agents().list().ofMaxSize(2).injectNull(ABSENT))
                .as(Group::new);
        return Arbitraries.oneOf(anonymous, identified);
    }

    private static Arbitrary<Actor> actors() {
        return Arbitraries.oneOf(agents(), groups());
    }

    private static Arbitrary<Actor> authorities() {
        return Arbitraries.oneOf(
                agents(),
                Combinators.combine(texts().injectNull(ABSENT), agents().list().ofSize(2))
                        .as((name, members) -> new Group(name, null, members)));
    }

    private static Arbitrary<LanguageMap> languageMaps() {
        Arbitrary<String> tags =
                Arbitraries.of("zh-CN", "en", "i-klingon", "sr-Latn-RS", "x-none", "de-CH-1901", "zh-Hant");
        return Arbitraries.maps(tags, texts()).ofMaxSize(3).map(LanguageMap::new);
    }

    private static Arbitrary<Verb> verbs() {
        return Combinators.combine(iris(), languageMaps().injectNull(ABSENT)).as(Verb::new);
    }

    private static Arbitrary<StatementRef> references() {
        return uuids().map(StatementRef::new);
    }

    private static Arbitrary<Extensions> extensions() {
        Arbitrary<RawJson> values = Arbitraries.of(
                        "null",
                        "\"文本\"",
                        "{\"a\":[1,2.50,null,true],\"b\":{},\"\":\"\\u0041\\n\"}",
                        "12345678901234567890",
                        "-0.0e-10",
                        "[]",
                        "\"\\ud83d\\ude00\"")
                .map(RawJson::of);
        return Arbitraries.maps(iris(), values).ofMaxSize(2).map(Extensions::new);
    }

    private static Arbitrary<Activity> activities() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        iris(),
                        Arbitraries.oneOf(definitions(), interactions()).injectNull(ABSENT))
                .as(Activity::new);
    }

    private static Arbitrary<ActivityDefinition> definitions() {
        return Combinators.combine(
                        languageMaps().injectNull(ABSENT),
                        languageMaps().injectNull(ABSENT),
                        iris().injectNull(ABSENT),
                        irls().injectNull(ABSENT),
                        extensions().injectNull(ABSENT))
                .as((name, description, type, moreInfo, extensions) -> ActivityDefinition.builder()
                        .name(name)
                        .description(description)
                        .type(type)
                        .moreInfo(moreInfo)
                        .extensions(extensions)
                        .build());
    }

    private static Arbitrary<ActivityDefinition> interactions() {
        return Arbitraries.of(InteractionType.class)
                .flatMap(type -> Combinators.combine(
                                definitions(),
                                Arbitraries.of(true, false),
                                texts().list().ofMaxSize(2).injectNull(ABSENT),
                                components().injectNull(ABSENT),
                                components().injectNull(ABSENT))
                        .as((definition, typed, pattern, first, second) -> {
                            ActivityDefinition.Builder builder =
                                    definition.toBuilder().interactionType(type).correctResponsesPattern(pattern);
                            List<ComponentList> lists = Arrays.stream(ComponentList.values())
                                    .filter(type::supports)
                                    .toList();
                            for (int i = 0; i < lists.size(); i++) {
                                builder.components(lists.get(i), i == 0 ? first : second);
                            }
                            return (typed ? builder.type(ActivityDefinition.INTERACTION) : builder).build();
                        }));
    }

    private static Arbitrary<List<InteractionComponent>> components() {
        return Combinators.combine(texts(), languageMaps().injectNull(ABSENT))
                .as(InteractionComponent::new)
                .list()
                .uniqueElements(InteractionComponent::id)
                .ofMaxSize(3);
    }

    private static Arbitrary<Result> results() {
        return Combinators.combine(
                        scores().injectNull(ABSENT),
                        Arbitraries.of(true, false).injectNull(ABSENT),
                        Arbitraries.of(true, false).injectNull(ABSENT),
                        texts().injectNull(ABSENT),
                        Arbitraries.of("PT4H35M59.14S", "P3Y1M29DT4H35M59,143975S", "P4W", "P0D", "PT0.5H")
                                .injectNull(ABSENT),
                        extensions().injectNull(ABSENT))
                .as(Result::new);
    }

    private static Arbitrary<Score> scores() {
        Arbitrary<BigDecimal> scaled = Arbitraries.of("0", "-1.0000", "1", "0.85", "0.8500", "1E-7", "-0.0")
                .map(BigDecimal::new);
        Arbitrary<BigDecimal> raw =
                Arbitraries.of("0", "50.50", "5E+1", "99.99999999999999999999").map(BigDecimal::new);
        Arbitrary<BigDecimal> min = Arbitraries.of("0", "-10", "0.0").map(BigDecimal::new);
        Arbitrary<BigDecimal> max =
                Arbitraries.of("100", "1e2", "12345678901234567890").map(BigDecimal::new);
        return Combinators.combine(
                        scaled.injectNull(ABSENT),
                        raw.injectNull(ABSENT),
                        min.injectNull(ABSENT),
                        max.injectNull(ABSENT))
                .as(Score::new);
    }

    private static Arbitrary<Context> contexts(XapiVersion version, boolean aboutActivity) {
        Arbitrary<Context.Builder> first = Combinators.combine(
                        uuids().injectNull(ABSENT),
                        actors().injectNull(ABSENT),
                        groups().injectNull(ABSENT),
                        contextActivities().injectNull(ABSENT),
                        references().injectNull(ABSENT))
                .as((registration, instructor, team, activities, statement) -> Context.builder()
                        .registration(registration)
                        .instructor(instructor)
                        .team(team)
                        .contextActivities(activities)
                        .statement(statement));
        Arbitrary<Context.Builder> second = Combinators.combine(
                        first,
                        texts().injectNull(aboutActivity ? ABSENT : 1),
                        texts().injectNull(aboutActivity ? ABSENT : 1),
                        Arbitraries.of("zh-CN", "cmn", "i-klingon").injectNull(ABSENT),
                        extensions().injectNull(ABSENT))
                .as((builder, revision, platform, language, extensions) -> builder.revision(revision)
                        .platform(platform)
                        .language(language)
                        .extensions(extensions));
        if (version == XapiVersion.V1_0) {
            return second.map(Context.Builder::build);
        }
        Arbitrary<List<String>> types = iris().list().ofMinSize(1).ofMaxSize(2).injectNull(ABSENT);
        return Combinators.combine(
                        second,
                        Combinators.combine(agents(), types)
                                .as(ContextAgent::new)
                                .list()
                                .ofMaxSize(2)
                                .injectNull(ABSENT),
                        Combinators.combine(groups(), types)
                                .as(ContextGroup::new)
                                .list()
                                .ofMaxSize(2)
                                .injectNull(ABSENT))
                .as((builder, agents, groups) ->
                        builder.contextAgents(agents).contextGroups(groups).build());
    }

    private static Arbitrary<ContextActivities> contextActivities() {
        Arbitrary<List<Activity>> activities = activities().list().ofMaxSize(2).injectNull(ABSENT);
        return Combinators.combine(activities, activities, activities, activities)
                .as(ContextActivities::new);
    }

    private static Arbitrary<Attachment> attachments() {
        Arbitrary<Map<String, String>> kinds = Arbitraries.of(true, false).map(signature -> {
            Map<String, String> kind = new LinkedHashMap<>();
            kind.put("usageType", signature ? Attachment.SIGNATURE : "http://example.com/usage");
            kind.put("contentType", signature ? "application/octet-stream" : "text/plain; charset=\"utf-8\"");
            return kind;
        });
        return Combinators.combine(
                        kinds,
                        languageMaps(),
                        languageMaps().injectNull(ABSENT),
                        Arbitraries.of(0L, 27L, Long.MAX_VALUE),
                        Arbitraries.of("a", "F").map(digit -> digit.repeat(64)),
                        irls().injectNull(ABSENT))
                .as((kind, display, description, length, sha2, fileUrl) -> new Attachment(
                        kind.get("usageType"), display, description, kind.get("contentType"), length, sha2, fileUrl));
    }
}
