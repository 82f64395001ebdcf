package io.xuemeng.lrs.statement;

import io.xuemeng.core.code.Iri;
import io.xuemeng.core.code.IsoDuration;
import io.xuemeng.core.code.LanguageTag;
import io.xuemeng.lrs.statement.form.Identifiers;
import io.xuemeng.lrs.statement.form.MediaTypes;
import io.xuemeng.lrs.statement.form.Uuids;
import io.xuemeng.lrs.statement.form.ValueRules;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for each record by itself; its parts are judged as records of their own. The streaming reader judges JSON, where
 * more can be wrong than a record can express. That both say the same of the same record is a test's business.
 */
final class RecordRules {

    /** Takes what a record breaks. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes a broken requirement.
         *
         * @param component the record's component that breaks it; null for the record itself
         */
        void report(StatementRequirement requirement, @Nullable String component);
    }

    private final boolean xapi20;
    private final Sink sink;

    RecordRules(XapiVersion version, Sink sink) {
        this.xapi20 = version == XapiVersion.V2_0;
        this.sink = sink;
    }

    /** Judges any record of this package. */
    void check(Object part) {
        if (part instanceof Statement statement) {
            statement(statement);
        } else if (part instanceof SubStatement statement) {
            together(statement.verb(), statement.object(), statement.context());
            timestamp(statement.timestamp(), "timestamp");
            require(!(statement.object() instanceof SubStatement), StatementRequirement.NESTED_SUB_STATEMENT, "object");
        } else if (part instanceof Agent agent) {
            identifier(agent.identifier());
        } else if (part instanceof Group group) {
            group(group);
        } else if (part instanceof Verb verb) {
            require(Iri.isValid(verb.id()), StatementRequirement.VERB_ID_IRI, "id");
            languageMap(verb.display(), "display");
        } else if (part instanceof Activity activity) {
            require(Iri.isValid(activity.id()), StatementRequirement.ACTIVITY_ID_IRI, "id");
        } else if (part instanceof StatementRef reference) {
            require(Uuids.isValid(reference.id()), StatementRequirement.REFERENCE_ID_UUID, "id");
        } else {
            checkFurther(part);
        }
    }

    private void checkFurther(Object part) {
        if (part instanceof ActivityDefinition definition) {
            definition(definition);
        } else if (part instanceof InteractionComponent component) {
            require(
                    component.id().chars().noneMatch(Character::isWhitespace),
                    StatementRequirement.COMPONENT_ID_SPACE,
                    "id");
            languageMap(component.description(), "description");
        } else if (part instanceof Score score) {
            score(score);
        } else if (part instanceof Result result) {
            result(result);
        } else if (part instanceof Context context) {
            context(context);
        } else if (part instanceof ContextActivities activities) {
            notEmpty(
                    activities.parent() == null
                            && activities.grouping() == null
                            && activities.category() == null
                            && activities.other() == null,
                    null);
        } else if (part instanceof ContextAgent agent) {
            relevantTypes(agent.relevantTypes());
        } else if (part instanceof ContextGroup group) {
            relevantTypes(group.relevantTypes());
        } else if (part instanceof Attachment attachment) {
            attachment(attachment);
        } else {
            throw new IllegalArgumentException("no part of a statement is a " + part.getClass());
        }
    }

    private void require(boolean holds, StatementRequirement requirement, @Nullable String component) {
        if (!holds) {
            sink.report(requirement, component);
        }
    }

    private void notEmpty(boolean empty, @Nullable String component) {
        require(!empty || xapi20, StatementRequirement.EMPTY_OBJECT, component);
    }

    private void statement(Statement statement) {
        String id = statement.id();
        require(id == null || Uuids.isValid(id), StatementRequirement.STATEMENT_ID_UUID, "id");
        together(statement.verb(), statement.object(), statement.context());
        timestamp(statement.timestamp(), "timestamp");
        timestamp(statement.stored(), "stored");
        String version = statement.version();
        StatementRequirement broken = version == null ? null : ValueRules.version(version, xapi20);
        if (broken != null) {
            sink.report(broken, "version");
        }
        if (statement.authority() instanceof Group group && !isAnonymousPair(group) && !isNobody(group)) {
            sink.report(StatementRequirement.AUTHORITY_GROUP, "authority");
        }
    }

    private static boolean isAnonymousPair(Group group) {
        return group.identifier() == null
                && group.members() != null
                && group.members().size() == 2;
    }

    private static boolean isNobody(Group group) {
        return group.identifier() == null
                && (group.members() == null || group.members().isEmpty());
    }

    /** What verb, object and context must be together. */
    private void together(Verb verb, StatementObject object, @Nullable Context context) {
        require(!verb.isVoiding() || object instanceof StatementRef, StatementRequirement.VOIDING_TARGET, "object");
        if (context != null && !(object instanceof Activity)) {
            require(context.revision() == null, StatementRequirement.REVISION_OBJECT, "context");
            require(context.platform() == null, StatementRequirement.PLATFORM_OBJECT, "context");
        }
    }

    private void timestamp(@Nullable Timestamp timestamp, String component) {
        StatementRequirement broken = timestamp == null ? null : ValueRules.timestamp(timestamp.text(), xapi20);
        if (broken != null) {
            sink.report(broken, component);
        }
    }

    private void languageMap(@Nullable LanguageMap map, String component) {
        if (map == null) {
            return;
        }
        notEmpty(map.texts().isEmpty(), component);
        for (String tag : map.texts().keySet()) {
            require(LanguageTag.isValid(tag), StatementRequirement.LANGUAGE_TAG, component);
        }
    }

    private void extensions(@Nullable Extensions extensions) {
        if (extensions == null) {
            return;
        }
        notEmpty(extensions.values().isEmpty(), "extensions");
        for (String key : extensions.values().keySet()) {
            require(Iri.isValid(key), StatementRequirement.EXTENSION_KEY_IRI, "extensions");
        }
    }

    private void group(Group group) {
        InverseFunctionalIdentifier identifier = group.identifier();
        if (identifier != null) {
            identifier(identifier);
            return;
        }
        require(!isNobody(group), StatementRequirement.MEMBERS_MISSING, "members");
    }

    private void identifier(InverseFunctionalIdentifier identifier) {
        if (identifier instanceof Mbox mbox) {
            require(Identifiers.isMailto(mbox.address()), StatementRequirement.MBOX_FORM, "identifier");
        } else if (identifier instanceof MboxSha1sum sum) {
            require(Identifiers.isSha1(sum.hash()), StatementRequirement.SHA1_FORM, "identifier");
        } else if (identifier instanceof OpenId openId) {
            require(Identifiers.isUri(openId.uri()), StatementRequirement.OPENID_FORM, "identifier");
        } else if (identifier instanceof Account account) {
            require(Identifiers.isIrl(account.homePage()), StatementRequirement.HOME_PAGE_FORM, "identifier");
        }
    }

    private void definition(ActivityDefinition definition) {
        notEmpty(definition.equals(ActivityDefinition.builder().build()), null);
        languageMap(definition.name(), "name");
        languageMap(definition.description(), "description");
        require(isNullOrIri(definition.type()), StatementRequirement.ACTIVITY_TYPE_IRI, "type");
        require(isNullOrIrl(definition.moreInfo()), StatementRequirement.MORE_INFO_IRL, "moreInfo");
        extensions(definition.extensions());
        interaction(definition);
    }

    private void interaction(ActivityDefinition definition) {
        InteractionType type = definition.interactionType();
        boolean typed = ActivityDefinition.INTERACTION.equals(definition.type());
        boolean hasLists = false;
        for (ComponentList list : ComponentList.values()) {
            List<InteractionComponent> components = definition.components(list);
            if (components != null) {
                hasLists = true;
                distinct(components, list);
                require(type == null || type.supports(list), StatementRequirement.COMPONENT_LIST, list.property());
            }
        }
        List<String> pattern = definition.correctResponsesPattern();
        if (type == null) {
            require(!typed && !hasLists && pattern == null, StatementRequirement.INTERACTION_TYPE_MISSING, null);
            return;
        }
        require(typed || xapi20, StatementRequirement.INTERACTION_ACTIVITY_TYPE, "type");
        if (pattern != null) {
            for (String response : pattern) {
                require(type.isResponse(response), StatementRequirement.RESPONSE_PATTERN, "correctResponsesPattern");
            }
        }
    }

    private void distinct(List<InteractionComponent> components, ComponentList list) {
        Set<String> ids = new HashSet<>();
        for (InteractionComponent component : components) {
            require(ids.add(component.id()), StatementRequirement.COMPONENT_ID_TWICE, list.property());
        }
    }

    private void score(Score score) {
        notEmpty(score.equals(new Score(null, null, null, null)), null);
        require(
                score.scaled() == null || ValueRules.isScaled(score.scaled()),
                StatementRequirement.SCALED_RANGE,
                "scaled");
        if (score.min() != null && score.max() != null && score.min().compareTo(score.max()) >= 0) {
            sink.report(StatementRequirement.MIN_MAX, "min");
            return;
        }
        require(
                score.raw() == null || ValueRules.isRaw(score.raw(), score.min(), score.max()),
                StatementRequirement.RAW_RANGE,
                "raw");
    }

    private void result(Result result) {
        notEmpty(result.equals(Result.builder().build()), null);
        require(
                result.duration() == null || IsoDuration.isValid(result.duration()),
                StatementRequirement.DURATION_FORM,
                "duration");
        extensions(result.extensions());
    }

    private void context(Context context) {
        notEmpty(context.equals(Context.builder().build()), null);
        require(
                context.registration() == null || Uuids.isValid(context.registration()),
                StatementRequirement.REGISTRATION_UUID,
                "registration");
        require(
                context.language() == null || LanguageTag.isValid(context.language()),
                StatementRequirement.CONTEXT_LANGUAGE,
                "language");
        extensions(context.extensions());
        if (!xapi20) {
            require(context.contextAgents() == null, StatementRequirement.UNKNOWN_PROPERTY, "contextAgents");
            require(context.contextGroups() == null, StatementRequirement.UNKNOWN_PROPERTY, "contextGroups");
        }
    }

    private void relevantTypes(@Nullable List<String> types) {
        if (types == null || !xapi20) {
            return;
        }
        require(!types.isEmpty(), StatementRequirement.RELEVANT_TYPES_EMPTY, "relevantTypes");
        for (String type : types) {
            require(Iri.isValid(type), StatementRequirement.RELEVANT_TYPE_IRI, "relevantTypes");
        }
    }

    private void attachment(Attachment attachment) {
        require(Iri.isValid(attachment.usageType()), StatementRequirement.USAGE_TYPE_IRI, "usageType");
        languageMap(attachment.display(), "display");
        languageMap(attachment.description(), "description");
        boolean isMediaType = MediaTypes.isValid(attachment.contentType());
        require(isMediaType, StatementRequirement.CONTENT_TYPE_FORM, "contentType");
        require(attachment.length() >= 0, StatementRequirement.LENGTH_FORM, "length");
        require(Identifiers.isSha2(attachment.sha2()), StatementRequirement.SHA2_FORM, "sha2");
        require(isNullOrIrl(attachment.fileUrl()), StatementRequirement.FILE_URL_IRL, "fileUrl");
        require(
                !attachment.isSignature()
                        || !isMediaType
                        || MediaTypes.is(attachment.contentType(), Attachment.SIGNATURE_CONTENT_TYPE),
                StatementRequirement.SIGNATURE_CONTENT_TYPE,
                "contentType");
    }

    private static boolean isNullOrIri(@Nullable String text) {
        return text == null || Iri.isValid(text);
    }

    private static boolean isNullOrIrl(@Nullable String text) {
        return text == null || Identifiers.isIrl(text);
    }
}
