package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.ActivityDefinition;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads activities where nothing else may stand. */
final class ActivityPart {

    static final List<String> PROPERTIES = List.of("objectType", "id", "definition");

    private final Cursor cursor;
    private final IndexBuilder index;
    private final DefinitionPart definitions;

    ActivityPart(Cursor cursor, IndexBuilder index, DefinitionPart definitions) {
        this.cursor = cursor;
        this.index = index;
        this.definitions = definitions;
    }

    /** The activities that is the value, an array or a single one; null when records are not made. */
    @Nullable
    List<Activity> activities(String property, ActivityRole role) throws UnreadableJsonException {
        JsonReader json = cursor.json;
        List<Activity> activities = cursor.binding ? new ArrayList<>() : null;
        switch (json.event()) {
            case START_OBJECT -> {
                int from = json.offset();
                add(activities, activity(role));
                if (index.isOn()) {
                    index.single(from, json.endOffset());
                }
            }
            case START_ARRAY -> {
                while (json.nextElement()) {
                    if (cursor.object(property)) {
                        add(activities, activity(role));
                    }
                }
            }
            case NULL ->
                cursor.report(Finding.of(StatementRequirement.NULL_VALUE)
                        .with("property", property)
                        .at(json.location()));
            default ->
                cursor.report(Finding.of(StatementRequirement.CONTEXT_ACTIVITIES_VALUE)
                        .with("property", property)
                        .with("found", json.event().typeName())
                        .at(json.location()));
        }
        return activities;
    }

    private static void add(@Nullable List<Activity> activities, @Nullable Activity activity) {
        if (activities != null && activity != null) {
            activities.add(activity);
        }
    }

    /** The activity on whose start the reader stands. */
    private @Nullable Activity activity(ActivityRole role) throws UnreadableJsonException {
        JsonReader json = cursor.json;
        int offset = json.offset();
        boolean typeStated = false;
        boolean hasId = false;
        String id = null;
        ActivityDefinition definition = null;
        ByteRange range = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.OBJECT_TYPE -> {
                    typeStated = true;
                    CharSequence view = cursor.view("objectType");
                    if (view != null && !"Activity".contentEquals(view)) {
                        cursor.report(StatementRequirement.ACTIVITY_TYPE_NAME, view);
                    }
                }
                case Members.ID -> {
                    hasId = true;
                    id = cursor.iri("id", StatementRequirement.ACTIVITY_ID_IRI, true);
                }
                case Members.DEFINITION -> {
                    definition = definitions.definition();
                    range = definitions.range();
                }
                default -> cursor.unknown(PROPERTIES);
            }
        }
        return finished(offset, hasId, typeStated, id, definition, range, role);
    }

    /** Checks an activity that has just ended, indexes it, and makes the record when records are made. */
    @Nullable
    Activity finished(
            int offset,
            boolean hasId,
            boolean typeStated,
            @Nullable String id,
            @Nullable ActivityDefinition definition,
            @Nullable ByteRange range,
            ActivityRole role) {
        if (!hasId) {
            cursor.missing(StatementRequirement.ACTIVITY_ID_MISSING, offset);
        }
        if (id == null) {
            return null;
        }
        if (index.isOn()) {
            index.activity(id, role, range);
        }
        return cursor.binding ? new Activity(typeStated, id, definition) : null;
    }
}
