package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Context;
import io.xuemeng.lrs.statement.ContextActivities;
import io.xuemeng.lrs.statement.ContextAgent;
import io.xuemeng.lrs.statement.ContextGroup;
import io.xuemeng.lrs.statement.Extensions;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.statement.StatementRef;
import io.xuemeng.lrs.statement.form.Uuids;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads contexts. */
final class ContextPart {

    private static final List<String> PROPERTIES_1_0 = List.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final List<String> PROPERTIES_2_0 = List.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "contextAgents",
            "contextGroups",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final List<String> ACTIVITIES_PROPERTIES = List.of("parent", "grouping", "category", "other");
    private static final List<String> AGENT_PROPERTIES = List.of("objectType", "agent", "relevantTypes");
    private static final List<String> GROUP_PROPERTIES = List.of("objectType", "group", "relevantTypes");
    private static final List<String> REFERENCE_PROPERTIES = List.of("objectType", "id");

    private final Cursor cursor;
    private final IndexBuilder index;
    private final ActorPart actors;
    private final ActivityPart activities;
    private final MapPart maps;

    ContextPart(Cursor cursor, IndexBuilder index, ActorPart actors, ActivityPart activities, MapPart maps) {
        this.cursor = cursor;
        this.index = index;
        this.actors = actors;
        this.activities = activities;
        this.maps = maps;
    }

    /** What is known of a context while it is read; what its object must be is checked when the statement ends. */
    static final class Draft {

        private @Nullable String registration;
        private @Nullable Actor instructor;
        private @Nullable Group team;
        private @Nullable ContextActivities contextActivities;
        private @Nullable List<ContextAgent> contextAgents;
        private @Nullable List<ContextGroup> contextGroups;
        private @Nullable String revision;
        private @Nullable String platform;
        private @Nullable String language;
        private @Nullable StatementRef statement;
        private @Nullable Extensions extensions;
        /** Where the revision stands; 0 when there is none. */
        int revisionOffset;
        /** Where the platform stands; 0 when there is none. */
        int platformOffset;

        Context context() {
            return new Context(
                    registration,
                    instructor,
                    team,
                    contextActivities,
                    contextAgents,
                    contextGroups,
                    revision,
                    platform,
                    language,
                    statement,
                    extensions);
        }
    }

    /** The context that is the value; null when it is none. */
    @Nullable
    Draft context() throws UnreadableJsonException {
        if (!cursor.object("context")) {
            return null;
        }
        Draft draft = new Draft();
        boolean any = false;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            any = true;
            if (!member(draft, member)) {
                cursor.unknown(cursor.isXapi20() ? PROPERTIES_2_0 : PROPERTIES_1_0);
            }
        }
        if (!any) {
            cursor.empty("context");
        }
        return draft;
    }

    private boolean member(Draft draft, int member) throws UnreadableJsonException {
        switch (member) {
            case Members.REGISTRATION -> draft.registration = registration();
            case Members.INSTRUCTOR -> draft.instructor = actors.actor("instructor", AgentRole.INSTRUCTOR);
            case Members.TEAM -> draft.team = actors.group("team", AgentRole.TEAM, StatementRequirement.TEAM_GROUP);
            case Members.CONTEXT_ACTIVITIES -> draft.contextActivities = contextActivities();
            case Members.REVISION -> {
                draft.revisionOffset = cursor.json.offset();
                draft.revision = cursor.text("revision");
            }
            case Members.PLATFORM -> {
                draft.platformOffset = cursor.json.offset();
                draft.platform = cursor.text("platform");
            }
            case Members.LANGUAGE ->
                draft.language = cursor.languageTag("language", StatementRequirement.CONTEXT_LANGUAGE);
            case Members.STATEMENT -> draft.statement = reference();
            case Members.EXTENSIONS -> draft.extensions = maps.extensions();
            default -> {
                return cursor.isXapi20() && memberOf20(draft, member);
            }
        }
        return true;
    }

    private boolean memberOf20(Draft draft, int member) throws UnreadableJsonException {
        switch (member) {
            case Members.CONTEXT_AGENTS -> draft.contextAgents = contextAgents();
            case Members.CONTEXT_GROUPS -> draft.contextGroups = contextGroups();
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable String registration() throws UnreadableJsonException {
        CharSequence view = cursor.view("registration");
        if (view == null) {
            return null;
        }
        UUID uuid = Uuids.parse(view);
        if (uuid == null) {
            cursor.report(StatementRequirement.REGISTRATION_UUID, view);
            return null;
        }
        if (index.isOn()) {
            index.registration(uuid);
        }
        return cursor.binding ? view.toString() : null;
    }

    private @Nullable ContextActivities contextActivities() throws UnreadableJsonException {
        if (!cursor.object("contextActivities")) {
            return null;
        }
        List<Activity> parent = null;
        List<Activity> grouping = null;
        List<Activity> category = null;
        List<Activity> other = null;
        boolean any = false;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            any = true;
            switch (member) {
                case Members.PARENT -> parent = activities.activities("parent", ActivityRole.PARENT);
                case Members.GROUPING -> grouping = activities.activities("grouping", ActivityRole.GROUPING);
                case Members.CATEGORY -> category = activities.activities("category", ActivityRole.CATEGORY);
                case Members.OTHER -> other = activities.activities("other", ActivityRole.OTHER);
                default -> unknownKey(cursor.json.name());
            }
        }
        if (!any) {
            cursor.empty("contextActivities");
        }
        return cursor.binding ? new ContextActivities(parent, grouping, category, other) : null;
    }

    private void unknownKey(String name) throws UnreadableJsonException {
        if (ACTIVITIES_PROPERTIES.stream().anyMatch(name::equalsIgnoreCase)) {
            cursor.unknown(ACTIVITIES_PROPERTIES);
            return;
        }
        cursor.report(Finding.of(StatementRequirement.CONTEXT_ACTIVITIES_KEY)
                .with("property", name)
                .at(cursor.json.location()));
        cursor.json.skipValue();
    }

    private @Nullable List<ContextAgent> contextAgents() throws UnreadableJsonException {
        if (!cursor.array("contextAgents")) {
            return null;
        }
        List<ContextAgent> found = cursor.binding ? new ArrayList<>() : null;
        while (cursor.json.nextElement()) {
            if (cursor.object("contextAgents")) {
                ContextAgent agent = contextAgent();
                if (found != null && agent != null) {
                    found.add(agent);
                }
            }
        }
        return found;
    }

    private @Nullable ContextAgent contextAgent() throws UnreadableJsonException {
        JsonReader json = cursor.json;
        int offset = json.offset();
        boolean hasAgent = false;
        boolean hasType = false;
        Agent agent = null;
        List<String> relevantTypes = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.OBJECT_TYPE -> {
                    hasType = true;
                    type("contextAgent", StatementRequirement.CONTEXT_AGENT_TYPE);
                }
                case Members.AGENT -> {
                    hasAgent = true;
                    agent = actors.contextAgent();
                }
                case Members.RELEVANT_TYPES -> relevantTypes = relevantTypes();
                default -> cursor.unknown(AGENT_PROPERTIES);
            }
        }
        if (!hasType) {
            cursor.missing(StatementRequirement.CONTEXT_AGENT_TYPE, offset);
        }
        if (!hasAgent) {
            cursor.missing(StatementRequirement.CONTEXT_AGENT_AGENT, offset);
        }
        return agent == null ? null : new ContextAgent(agent, relevantTypes);
    }

    private @Nullable List<ContextGroup> contextGroups() throws UnreadableJsonException {
        if (!cursor.array("contextGroups")) {
            return null;
        }
        List<ContextGroup> found = cursor.binding ? new ArrayList<>() : null;
        while (cursor.json.nextElement()) {
            if (cursor.object("contextGroups")) {
                ContextGroup group = contextGroup();
                if (found != null && group != null) {
                    found.add(group);
                }
            }
        }
        return found;
    }

    private @Nullable ContextGroup contextGroup() throws UnreadableJsonException {
        JsonReader json = cursor.json;
        int offset = json.offset();
        boolean hasGroup = false;
        boolean hasType = false;
        Group group = null;
        List<String> relevantTypes = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.OBJECT_TYPE -> {
                    hasType = true;
                    type("contextGroup", StatementRequirement.CONTEXT_GROUP_TYPE);
                }
                case Members.GROUP -> {
                    hasGroup = true;
                    group = actors.group("group", AgentRole.CONTEXT_GROUP, StatementRequirement.CONTEXT_GROUP_GROUP);
                }
                case Members.RELEVANT_TYPES -> relevantTypes = relevantTypes();
                default -> cursor.unknown(GROUP_PROPERTIES);
            }
        }
        if (!hasType) {
            cursor.missing(StatementRequirement.CONTEXT_GROUP_TYPE, offset);
        }
        if (!hasGroup) {
            cursor.missing(StatementRequirement.CONTEXT_GROUP_GROUP, offset);
        }
        return group == null ? null : new ContextGroup(group, relevantTypes);
    }

    private void type(String allowed, StatementRequirement requirement) throws UnreadableJsonException {
        CharSequence view = cursor.view("objectType");
        if (view != null && !allowed.contentEquals(view)) {
            cursor.report(requirement);
        }
    }

    private @Nullable List<String> relevantTypes() throws UnreadableJsonException {
        if (!cursor.array("relevantTypes")) {
            return null;
        }
        List<String> types = new ArrayList<>(2);
        boolean any = false;
        while (cursor.json.nextElement()) {
            any = true;
            String type = cursor.iri("relevantTypes", StatementRequirement.RELEVANT_TYPE_IRI, cursor.binding);
            if (type != null) {
                types.add(type);
            }
        }
        if (!any) {
            cursor.report(StatementRequirement.RELEVANT_TYPES_EMPTY);
        }
        return types;
    }

    /** The reference to a statement, where nothing else may stand. */
    private @Nullable StatementRef reference() throws UnreadableJsonException {
        if (!cursor.object("statement")) {
            return null;
        }
        JsonReader json = cursor.json;
        int offset = json.offset();
        boolean isReference = false;
        boolean hasId = false;
        String id = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.OBJECT_TYPE -> {
                    CharSequence view = cursor.view("objectType");
                    isReference = view == null || "StatementRef".contentEquals(view);
                }
                case Members.ID -> {
                    hasId = true;
                    CharSequence view = cursor.view("id");
                    if (view != null && !Uuids.isValid(view)) {
                        cursor.report(StatementRequirement.REFERENCE_ID_UUID, view);
                    } else if (view != null && cursor.binding) {
                        id = view.toString();
                    }
                }
                default -> cursor.unknown(REFERENCE_PROPERTIES);
            }
        }
        if (!isReference) {
            cursor.missing(StatementRequirement.CONTEXT_STATEMENT_TYPE, offset);
        }
        if (!hasId) {
            cursor.missing(StatementRequirement.REFERENCE_ID_MISSING, offset);
        }
        return id == null ? null : new StatementRef(id);
    }
}
