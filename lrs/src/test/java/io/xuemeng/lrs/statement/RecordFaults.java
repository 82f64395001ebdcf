package io.xuemeng.lrs.statement;

import static io.xuemeng.lrs.statement.requirement.StatementRequirement.*;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** For each requirement that a record can break, what breaks it in any valid statement; and those that only JSON can break. */
final class RecordFaults {

    /** Records have types, required components and one identifier, so these are never broken by one. */
    static final Set<StatementRequirement> ONLY_IN_JSON = EnumSet.of(
            NOT_A_STATEMENT,
            PROPERTY_CASE,
            NULL_VALUE,
            WRONG_TYPE,
            NUMBER_AS_STRING,
            BOOLEAN_AS_STRING,
            ACTOR_MISSING,
            VERB_MISSING,
            OBJECT_MISSING,
            IDENTIFIER_MISSING,
            IDENTIFIER_TWICE,
            ACTOR_TYPE,
            HOME_PAGE_MISSING,
            ACCOUNT_NAME_MISSING,
            GROUP_IN_GROUP,
            VERB_ID_MISSING,
            ACTIVITY_TYPE_NAME,
            OBJECT_TYPE,
            ACTIVITY_ID_MISSING,
            REFERENCE_ID_MISSING,
            SUB_STATEMENT_PROPERTY,
            INTERACTION_TYPE,
            COMPONENT_ID_MISSING,
            TEAM_GROUP,
            CONTEXT_ACTIVITIES_KEY,
            CONTEXT_ACTIVITIES_VALUE,
            CONTEXT_STATEMENT_TYPE,
            CONTEXT_AGENT_TYPE,
            CONTEXT_AGENT_AGENT,
            CONTEXT_GROUP_TYPE,
            CONTEXT_GROUP_GROUP,
            USAGE_TYPE_MISSING,
            ATTACHMENT_DISPLAY_MISSING,
            CONTENT_TYPE_MISSING,
            LENGTH_MISSING,
            SHA2_MISSING,
            BATCH_ID_TWICE);

    private static final Agent AGENT = Agent.account("https://hub.example.cn", "8f1c");
    private static final Activity ACTIVITY = Activity.of("https://example.cn/lesson/312");
    private static final Attachment ATTACHMENT = new Attachment(
            "http://example.com/usage", LanguageMap.en("x"), null, "text/plain", 1, "a".repeat(64), null);

    private RecordFaults() {}

    static Map<StatementRequirement, UnaryOperator<Statement>> all() {
        Map<StatementRequirement, UnaryOperator<Statement>> faults = new EnumMap<>(StatementRequirement.class);
        addStatements(faults);
        addActorsAndObjects(faults);
        addDefinitions(faults);
        addContexts(faults);
        addAttachments(faults);
        return faults;
    }

    private static UnaryOperator<Statement> actor(Actor actor) {
        return statement -> statement.toBuilder().actor(actor).build();
    }

    private static UnaryOperator<Statement> object(StatementObject object) {
        return statement -> statement.toBuilder()
                .verb(Verbs.COMPLETED)
                .context((Context) null)
                .object(object)
                .build();
    }

    private static UnaryOperator<Statement> definition(ActivityDefinition.Builder definition) {
        return object(Activity.of("https://example.cn/lesson/312", definition.build()));
    }

    private static UnaryOperator<Statement> result(Result.Builder result) {
        return statement -> statement.toBuilder().result(result).build();
    }

    private static UnaryOperator<Statement> context(Context.Builder context) {
        return statement -> statement.toBuilder().context(context).build();
    }

    private static UnaryOperator<Statement> attachment(Attachment attachment) {
        return statement -> statement.toBuilder()
                .attachments(List.of(ATTACHMENT, attachment))
                .build();
    }

    private static void addStatements(Map<StatementRequirement, UnaryOperator<Statement>> faults) {
        faults.put(
                STATEMENT_ID_UUID, statement -> statement.toBuilder().id("17").build());
        faults.put(
                TIMESTAMP_FORM,
                statement -> statement.toBuilder()
                        .timestamp(Timestamp.of("2026-02-29T00:00:00Z"))
                        .build());
        faults.put(
                TIMESTAMP_MINUS_ZERO,
                statement -> statement.toBuilder()
                        .stored(Timestamp.of("2026-02-28T00:00:00-00:00"))
                        .build());
        faults.put(
                VERSION_1_0, statement -> statement.toBuilder().version("1.1.0").build());
        faults.put(
                VERSION_FORM, statement -> statement.toBuilder().version("two").build());
        faults.put(
                AUTHORITY_GROUP,
                statement -> statement.toBuilder()
                        .authority(Group.anonymous(List.of(AGENT)))
                        .build());
    }

    private static void addActorsAndObjects(Map<StatementRequirement, UnaryOperator<Statement>> faults) {
        faults.put(MBOX_FORM, actor(Agent.mbox("a@example.org")));
        faults.put(SHA1_FORM, actor(Agent.of(new MboxSha1sum("abc"))));
        faults.put(OPENID_FORM, actor(Group.of(new OpenId("example"))));
        faults.put(HOME_PAGE_FORM, actor(Group.anonymous(List.of(Agent.account("hub", "8f1c")))));
        faults.put(MEMBERS_MISSING, actor(Group.anonymous(List.of())));
        faults.put(
                VERB_ID_IRI,
                statement ->
                        statement.toBuilder().verb(new Verb("attended", null)).build());
        faults.put(
                VOIDING_TARGET,
                statement -> statement.toBuilder()
                        .verb(Verbs.VOIDED)
                        .object(ACTIVITY)
                        .build());
        faults.put(ACTIVITY_ID_IRI, object(Activity.of("lesson 312")));
        faults.put(REFERENCE_ID_UUID, object(new StatementRef("")));
        SubStatement inner = SubStatement.of(AGENT, Verbs.COMPLETED, ACTIVITY);
        faults.put(NESTED_SUB_STATEMENT, object(SubStatement.of(AGENT, Verbs.ATTEMPTED, inner)));
    }

    private static void addDefinitions(Map<StatementRequirement, UnaryOperator<Statement>> faults) {
        faults.put(ACTIVITY_TYPE_IRI, definition(ActivityDefinition.builder().type("lesson")));
        faults.put(MORE_INFO_IRL, definition(ActivityDefinition.builder().moreInfo("urn:isbn:9787107")));
        faults.put(
                INTERACTION_TYPE_MISSING,
                definition(ActivityDefinition.builder().correctResponsesPattern(List.of("a"))));
        faults.put(
                COMPONENT_LIST,
                definition(ActivityDefinition.builder()
                        .interaction(InteractionType.CHOICE)
                        .components(ComponentList.SCALE, List.of())));
        InteractionComponent component = new InteractionComponent("a", null);
        faults.put(
                COMPONENT_ID_TWICE,
                definition(ActivityDefinition.builder()
                        .interaction(InteractionType.CHOICE)
                        .choices(List.of(component, component))));
        faults.put(LANGUAGE_TAG, definition(ActivityDefinition.builder().name(LanguageMap.of("a12345", "x"))));
        faults.put(SCALED_RANGE, result(Result.score(1.01)));
        faults.put(RAW_RANGE, result(Result.builder().score(Score.raw(101, 0, 100))));
        faults.put(
                MIN_MAX, result(Result.builder().score(new Score(null, null, BigDecimal.TEN, new BigDecimal("10.0")))));
        faults.put(DURATION_FORM, result(Result.builder().duration("1 h")));
        faults.put(EXTENSION_KEY_IRI, result(Result.builder().extensions(Extensions.of("stage", RawJson.of("null")))));
    }

    private static void addContexts(Map<StatementRequirement, UnaryOperator<Statement>> faults) {
        faults.put(REGISTRATION_UUID, context(Context.builder().registration("17")));
        faults.put(CONTEXT_LANGUAGE, context(Context.builder().language("chinesisch")));
        faults.put(
                REVISION_OBJECT,
                statement -> object(AGENT).apply(statement).toBuilder()
                        .context(Context.builder().revision("1"))
                        .build());
        faults.put(
                PLATFORM_OBJECT,
                statement -> object(AGENT).apply(statement).toBuilder()
                        .context(Context.builder().platform("P"))
                        .build());
        faults.put(UNKNOWN_PROPERTY, context(Context.builder().contextAgents(List.of())));
        faults.put(
                RELEVANT_TYPES_EMPTY,
                context(Context.builder().contextAgents(List.of(new ContextAgent(AGENT, List.of())))));
        faults.put(
                RELEVANT_TYPE_IRI,
                context(Context.builder()
                        .contextGroups(List.of(ContextGroup.of(Group.anonymous(List.of(AGENT)), "class")))));
    }

    private static void addAttachments(Map<StatementRequirement, UnaryOperator<Statement>> faults) {
        Attachment.Builder good = Attachment.builder().display(LanguageMap.en("x"));
        faults.put(
                USAGE_TYPE_IRI,
                attachment(new Attachment("usage", LanguageMap.en("x"), null, "text/plain", 1, "a".repeat(64), null)));
        faults.put(
                CONTENT_TYPE_FORM,
                attachment(good.usageType("http://example.com/u")
                        .contentType("pdf")
                        .sha2("a".repeat(64))
                        .build()));
        faults.put(
                LENGTH_FORM,
                attachment(good.contentType("text/plain").length(-1).build()));
        faults.put(SHA2_FORM, attachment(good.length(0).sha2("a".repeat(40)).build()));
        faults.put(
                FILE_URL_IRL,
                attachment(good.sha2("b".repeat(96)).fileUrl("1.pdf").build()));
        faults.put(
                SIGNATURE_CONTENT_TYPE,
                attachment(good.fileUrl(null).usageType(Attachment.SIGNATURE).build()));
    }
}
