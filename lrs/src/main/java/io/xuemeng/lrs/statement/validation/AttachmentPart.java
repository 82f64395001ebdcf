package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Attachment;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.form.Identifiers;
import io.xuemeng.lrs.statement.form.MediaTypes;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the descriptions of attachments. */
final class AttachmentPart {

    private static final List<String> PROPERTIES =
            List.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl");
    private static final BigDecimal MAX_LENGTH = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final long NO_LENGTH = -1;

    private final Cursor cursor;
    private final IndexBuilder index;
    private final MapPart maps;

    AttachmentPart(Cursor cursor, IndexBuilder index, MapPart maps) {
        this.cursor = cursor;
        this.index = index;
        this.maps = maps;
    }

    private static final class Draft {

        private boolean hasUsageType;
        private boolean hasDisplay;
        private boolean hasContentType;
        private boolean hasLength;
        private boolean hasSha2;
        private boolean hasFileUrl;
        private @Nullable String usageType;
        private @Nullable LanguageMap display;
        private @Nullable LanguageMap description;
        private @Nullable String contentType;
        private int contentTypeOffset;
        private long length = NO_LENGTH;
        private @Nullable String sha2;
        private @Nullable String fileUrl;
    }

    /** The attachments that is the value; null when they are none, and when records are not made. */
    @Nullable
    List<Attachment> attachments() throws UnreadableJsonException {
        if (!cursor.array("attachments")) {
            return null;
        }
        List<Attachment> attachments = cursor.binding ? new ArrayList<>() : null;
        while (cursor.json.nextElement()) {
            if (cursor.object("attachments")) {
                Attachment attachment = attachment();
                if (attachments != null && attachment != null) {
                    attachments.add(attachment);
                }
            }
        }
        return attachments;
    }

    private @Nullable Attachment attachment() throws UnreadableJsonException {
        JsonReader json = cursor.json;
        int offset = json.offset();
        Draft draft = new Draft();
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            member(draft, member);
        }
        check(draft, offset);
        if (draft.usageType == null || draft.contentType == null || draft.sha2 == null || draft.length == NO_LENGTH) {
            return null;
        }
        if (index.isOn()) {
            index.attachment(
                    draft.sha2,
                    draft.contentType,
                    draft.length,
                    draft.hasFileUrl,
                    draft.usageType.equals(Attachment.SIGNATURE));
        }
        if (!cursor.binding || draft.display == null) {
            return null;
        }
        return new Attachment(
                draft.usageType,
                draft.display,
                draft.description,
                draft.contentType,
                draft.length,
                draft.sha2,
                draft.fileUrl);
    }

    private void member(Draft draft, int member) throws UnreadableJsonException {
        switch (member) {
            case Members.USAGE_TYPE -> {
                draft.hasUsageType = true;
                draft.usageType = cursor.iri("usageType", StatementRequirement.USAGE_TYPE_IRI, true);
            }
            case Members.DISPLAY -> {
                draft.hasDisplay = true;
                draft.display = maps.languageMap("display");
            }
            case Members.DESCRIPTION -> draft.description = maps.languageMap("description");
            case Members.CONTENT_TYPE -> {
                draft.hasContentType = true;
                draft.contentTypeOffset = cursor.json.offset();
                draft.contentType = contentType();
            }
            case Members.LENGTH -> {
                draft.hasLength = true;
                draft.length = length();
            }
            case Members.SHA2 -> {
                draft.hasSha2 = true;
                draft.sha2 = sha2();
            }
            case Members.FILE_URL -> {
                draft.hasFileUrl = true;
                draft.fileUrl = cursor.irl("fileUrl", StatementRequirement.FILE_URL_IRL, cursor.binding);
            }
            default -> cursor.unknown(PROPERTIES);
        }
    }

    private @Nullable String contentType() throws UnreadableJsonException {
        CharSequence view = cursor.view("contentType");
        if (view != null && !MediaTypes.isValid(view)) {
            cursor.report(StatementRequirement.CONTENT_TYPE_FORM, view);
            return null;
        }
        return view == null ? null : view.toString();
    }

    private @Nullable String sha2() throws UnreadableJsonException {
        CharSequence view = cursor.view("sha2");
        if (view != null && !Identifiers.isSha2(view)) {
            cursor.report(StatementRequirement.SHA2_FORM, view);
            return null;
        }
        return view == null ? null : view.toString();
    }

    private long length() throws UnreadableJsonException {
        BigDecimal number = cursor.number("length");
        if (number == null) {
            return NO_LENGTH;
        }
        // The number's digits decide, not how they are written: 27.0 is whole.
        if (number.signum() < 0
                || number.compareTo(MAX_LENGTH) > 0
                || (number.scale() > 0 && number.stripTrailingZeros().scale() > 0)) {
            cursor.report(StatementRequirement.LENGTH_FORM, cursor.json.text());
            return NO_LENGTH;
        }
        return number.longValue();
    }

    private void check(Draft draft, int offset) {
        if (!draft.hasUsageType) {
            cursor.missing(StatementRequirement.USAGE_TYPE_MISSING, offset);
        }
        if (!draft.hasDisplay) {
            cursor.missing(StatementRequirement.ATTACHMENT_DISPLAY_MISSING, offset);
        }
        if (!draft.hasContentType) {
            cursor.missing(StatementRequirement.CONTENT_TYPE_MISSING, offset);
        }
        if (!draft.hasLength) {
            cursor.missing(StatementRequirement.LENGTH_MISSING, offset);
        }
        if (!draft.hasSha2) {
            cursor.missing(StatementRequirement.SHA2_MISSING, offset);
        }
        if (Attachment.SIGNATURE.equals(draft.usageType)
                && draft.contentType != null
                && !MediaTypes.is(draft.contentType, Attachment.SIGNATURE_CONTENT_TYPE)) {
            cursor.report(Finding.of(StatementRequirement.SIGNATURE_CONTENT_TYPE)
                    .with("value", draft.contentType)
                    .at(cursor.place(draft.contentTypeOffset, "contentType")));
        }
    }
}
