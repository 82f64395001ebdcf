package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.lrs.statement.ActivityDefinition;
import io.xuemeng.lrs.statement.ComponentList;
import io.xuemeng.lrs.statement.Extensions;
import io.xuemeng.lrs.statement.InteractionComponent;
import io.xuemeng.lrs.statement.InteractionType;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads activity definitions, with the interactions in them. */
final class DefinitionPart {

    private static final List<String> PROPERTIES = List.of(
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps");
    private static final List<String> COMPONENT_PROPERTIES = List.of("id", "description");
    private static final List<String> INTERACTION_TYPES =
            Arrays.stream(InteractionType.values()).map(InteractionType::text).toList();

    private final Cursor cursor;
    private final IndexBuilder index;
    private final MapPart maps;
    private final ComponentIds ids = new ComponentIds();
    private @Nullable ByteRange range;

    DefinitionPart(Cursor cursor, IndexBuilder index, MapPart maps) {
        this.cursor = cursor;
        this.index = index;
        this.maps = maps;
    }

    /** What is known of a definition while it is read. */
    private static final class Draft {

        private @Nullable LanguageMap name;
        private @Nullable LanguageMap description;
        private @Nullable String type;
        private @Nullable String moreInfo;
        private boolean isTypedInteraction;
        private boolean hasInteractionType;
        private @Nullable InteractionType interactionType;
        private boolean hasPattern;
        private @Nullable List<String> pattern;
        private int patternOffset;
        private boolean isPatternChecked;
        /** Where the lists stand; null until there is one. */
        private @Nullable Map<ComponentList, Integer> listOffsets;

        private @Nullable Map<ComponentList, List<InteractionComponent>> lists;
        private @Nullable Extensions extensions;
    }

    /** Where the definition that was read last stands; null when there is no index. */
    @Nullable
    ByteRange range() {
        return range;
    }

    /** The definition that is the value; null when it is wrong, and when records are not made. */
    @Nullable
    ActivityDefinition definition() throws UnreadableJsonException {
        range = null;
        if (!cursor.object("definition")) {
            return null;
        }
        JsonReader json = cursor.json;
        int offset = json.offset();
        Draft draft = new Draft();
        boolean any = false;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            any = true;
            member(draft, member);
        }
        if (!any) {
            cursor.empty("definition");
        }
        checkInteraction(draft, offset);
        if (index.isOn()) {
            range = new ByteRange(offset, json.offset() + 1);
        }
        return cursor.binding ? record(draft) : null;
    }

    private void member(Draft draft, int member) throws UnreadableJsonException {
        switch (member) {
            case Members.NAME -> draft.name = maps.languageMap("name");
            case Members.DESCRIPTION -> draft.description = maps.languageMap("description");
            case Members.TYPE -> type(draft);
            case Members.MORE_INFO ->
                draft.moreInfo = cursor.irl("moreInfo", StatementRequirement.MORE_INFO_IRL, cursor.binding);
            case Members.EXTENSIONS -> draft.extensions = maps.extensions();
            case Members.INTERACTION_TYPE -> interactionType(draft);
            case Members.CORRECT_RESPONSES_PATTERN -> pattern(draft);
            case Members.CHOICES -> components(draft, ComponentList.CHOICES);
            case Members.SCALE -> components(draft, ComponentList.SCALE);
            case Members.SOURCE -> components(draft, ComponentList.SOURCE);
            case Members.TARGET -> components(draft, ComponentList.TARGET);
            case Members.STEPS -> components(draft, ComponentList.STEPS);
            default -> cursor.unknown(PROPERTIES);
        }
    }

    private void type(Draft draft) throws UnreadableJsonException {
        CharSequence view = cursor.view("type");
        if (view == null) {
            return;
        }
        if (!cursor.json.isIri()) {
            cursor.report(StatementRequirement.ACTIVITY_TYPE_IRI, view);
            return;
        }
        draft.isTypedInteraction = ActivityDefinition.INTERACTION.contentEquals(view);
        draft.type = cursor.binding ? view.toString() : null;
    }

    private void interactionType(Draft draft) throws UnreadableJsonException {
        draft.hasInteractionType = true;
        CharSequence view = cursor.view("interactionType");
        if (view == null) {
            return;
        }
        draft.interactionType = InteractionType.of(view).orElse(null);
        if (draft.interactionType == null) {
            cursor.report(Finding.of(StatementRequirement.INTERACTION_TYPE)
                    .with("value", view.toString())
                    .with("allowed", INTERACTION_TYPES)
                    .at(cursor.json.location()));
        }
    }

    private void pattern(Draft draft) throws UnreadableJsonException {
        draft.hasPattern = true;
        if (!cursor.array("correctResponsesPattern")) {
            return;
        }
        draft.patternOffset = cursor.json.offset();
        // What a pattern must be depends on the type, which may come later.
        boolean keep = cursor.binding || !draft.hasInteractionType;
        List<String> pattern = keep ? new ArrayList<>(2) : List.of();
        while (cursor.json.nextElement()) {
            CharSequence view = cursor.view("correctResponsesPattern");
            if (view != null) {
                String kept = keep ? view.toString() : null;
                if (kept != null) {
                    pattern.add(kept);
                }
                if (draft.interactionType != null && !draft.interactionType.isResponse(view)) {
                    reportPattern(view.toString(), draft.interactionType, cursor.json.location());
                }
            }
        }
        draft.isPatternChecked = draft.hasInteractionType;
        draft.pattern = keep ? pattern : null;
    }

    private void components(Draft draft, ComponentList list) throws UnreadableJsonException {
        JsonReader json = cursor.json;
        if (draft.listOffsets == null) {
            draft.listOffsets = new EnumMap<>(ComponentList.class);
        }
        draft.listOffsets.put(list, json.offset());
        if (!cursor.array(list.property())) {
            return;
        }
        List<InteractionComponent> components = cursor.binding ? new ArrayList<>() : List.of();
        ids.restart();
        while (json.nextElement()) {
            if (cursor.object(list.property())) {
                InteractionComponent component = component();
                if (component != null) {
                    components.add(component);
                }
            }
        }
        if (cursor.binding) {
            if (draft.lists == null) {
                draft.lists = new EnumMap<>(ComponentList.class);
            }
            draft.lists.put(list, components);
        }
    }

    private @Nullable InteractionComponent component() throws UnreadableJsonException {
        JsonReader json = cursor.json;
        int offset = json.offset();
        boolean hasId = false;
        String id = null;
        LanguageMap description = null;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.ID -> {
                    hasId = true;
                    CharSequence view = cursor.view("id");
                    if (view != null) {
                        id = view.toString();
                        checkComponentId(id);
                    }
                }
                case Members.DESCRIPTION -> description = maps.languageMap("description");
                default -> cursor.unknown(COMPONENT_PROPERTIES);
            }
        }
        if (!hasId) {
            cursor.missing(StatementRequirement.COMPONENT_ID_MISSING, offset);
        }
        return id == null || !cursor.binding ? null : new InteractionComponent(id, description);
    }

    private void checkComponentId(String id) {
        if (!ids.add(id)) {
            cursor.report(StatementRequirement.COMPONENT_ID_TWICE, id);
        }
        for (int i = 0; i < id.length(); i++) {
            if (Character.isWhitespace(id.charAt(i))) {
                cursor.report(StatementRequirement.COMPONENT_ID_SPACE, id);
                return;
            }
        }
    }

    /** What an interaction must be depends on its type, which may come last. */
    private void checkInteraction(Draft draft, int offset) {
        boolean isInteraction =
                draft.hasInteractionType || draft.hasPattern || draft.listOffsets != null || draft.isTypedInteraction;
        if (!isInteraction) {
            return;
        }
        if (!draft.hasInteractionType) {
            cursor.missing(StatementRequirement.INTERACTION_TYPE_MISSING, offset);
        }
        InteractionType type = draft.interactionType;
        if (type == null) {
            return;
        }
        if (!draft.isTypedInteraction && !cursor.isXapi20()) {
            cursor.missing(StatementRequirement.INTERACTION_ACTIVITY_TYPE, offset);
        }
        if (draft.listOffsets != null) {
            draft.listOffsets.forEach((list, listOffset) -> {
                if (!type.supports(list)) {
                    cursor.report(Finding.of(StatementRequirement.COMPONENT_LIST)
                            .with("value", type.text())
                            .with("property", list.property())
                            .at(cursor.place(listOffset, list.property())));
                }
            });
        }
        if (draft.pattern != null && !draft.isPatternChecked) {
            for (int i = 0; i < draft.pattern.size(); i++) {
                if (!type.isResponse(draft.pattern.get(i))) {
                    Location place = cursor.place(draft.patternOffset, "correctResponsesPattern/" + i);
                    reportPattern(draft.pattern.get(i), type, place);
                }
            }
        }
    }

    private void reportPattern(String pattern, InteractionType type, Location place) {
        cursor.report(Finding.of(StatementRequirement.RESPONSE_PATTERN)
                .with("value", pattern)
                .with("type", type.text())
                .at(place));
    }

    private static ActivityDefinition record(Draft draft) {
        ActivityDefinition.Builder builder = ActivityDefinition.builder()
                .name(draft.name)
                .description(draft.description)
                .type(draft.type)
                .moreInfo(draft.moreInfo)
                .interactionType(draft.interactionType)
                .correctResponsesPattern(draft.pattern)
                .extensions(draft.extensions);
        if (draft.lists != null) {
            draft.lists.forEach(builder::components);
        }
        return builder.build();
    }
}
