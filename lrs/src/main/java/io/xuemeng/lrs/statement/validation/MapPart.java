package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.code.Iri;
import io.xuemeng.core.code.LanguageTag;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Extensions;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads language maps and extensions. */
final class MapPart {

    /** Tags that are met most; they are well-formed, and need no look. */
    private static final List<String> TAGS = List.of(
            "zh-CN",
            "zh",
            "zh-Hans",
            "zh-Hant",
            "zh-TW",
            "zh-HK",
            "zh-Hans-CN",
            "en",
            "en-US",
            "en-GB",
            "und",
            "bo",
            "ug",
            "mn",
            "ko",
            "ja",
            "fr",
            "de",
            "es",
            "ru");

    private static final MemberSet USUAL_TAGS = MemberSet.of(TAGS);

    private final Cursor cursor;
    private int from;
    private int to;

    MapPart(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The language map that is the value; null when it is none, and when records are not made. */
    @Nullable
    LanguageMap languageMap(String property) throws UnreadableJsonException {
        if (!cursor.object(property)) {
            return null;
        }
        from = cursor.json.offset();
        Map<String, String> texts = cursor.binding ? new LinkedHashMap<>() : null;
        boolean any = false;
        JsonReader json = cursor.json;
        for (int known = json.nextMember(USUAL_TAGS); known != MemberSet.END; known = json.nextMember(USUAL_TAGS)) {
            any = true;
            String tag = known == MemberSet.UNKNOWN ? checkedTag() : TAGS.get(known);
            String text = cursor.text(tag);
            if (texts != null && text != null) {
                texts.put(tag, text);
            }
        }
        if (!any) {
            cursor.empty(property);
        }
        to = cursor.json.offset() + 1;
        return texts == null ? null : new LanguageMap(texts);
    }

    private String checkedTag() {
        String tag = cursor.json.name();
        if (!LanguageTag.isValid(tag)) {
            cursor.report(Finding.of(StatementRequirement.LANGUAGE_TAG)
                    .with("value", tag)
                    .at(cursor.json.location(cursor.json.nameOffset(), cursor.json.pointer())));
        }
        return tag;
    }

    /** Where the language map that was read last stands. */
    ByteRange range() {
        return new ByteRange(from, to);
    }

    /** The extensions that is the value; null when they are none, and when records are not made. */
    @Nullable
    Extensions extensions() throws UnreadableJsonException {
        if (!cursor.object("extensions")) {
            return null;
        }
        Map<String, RawJson> values = cursor.binding ? new LinkedHashMap<>() : null;
        boolean any = false;
        while (cursor.json.nextMember()) {
            any = true;
            String key = cursor.json.name();
            if (!Iri.isValid(key)) {
                cursor.report(Finding.of(StatementRequirement.EXTENSION_KEY_IRI)
                        .with("value", key)
                        .at(cursor.json.location()));
            }
            if (values == null) {
                cursor.json.skipValue();
            } else {
                values.put(key, cursor.json.captureValue());
            }
        }
        if (!any) {
            cursor.empty("extensions");
        }
        return values == null ? null : new Extensions(values);
    }
}
