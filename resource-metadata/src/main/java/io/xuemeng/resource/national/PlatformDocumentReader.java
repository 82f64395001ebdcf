package io.xuemeng.resource.national;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.metadata.Contribute;
import io.xuemeng.resource.metadata.Curriculum;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.Educational;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.Identifier;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.LifeCycle;
import io.xuemeng.resource.metadata.MetaMetadata;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Technical;
import io.xuemeng.resource.metadata.VCard;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one document of the national platform into a record, without what only an extension can keep. */
final class PlatformDocumentReader {

    private final @Nullable String entry;
    private final FindingSink findings;
    private final String pointer;
    private final Positions positions;
    private final ElementPath path = new ElementPath();

    /**
     * A reader of one document.
     *
     * @param entry the file, for findings
     * @param findings takes what is found
     * @param pointer the JSON Pointer of the document within the file
     */
    PlatformDocumentReader(@Nullable String entry, FindingSink findings, String pointer) {
        this.entry = entry;
        this.findings = findings;
        this.pointer = pointer;
        this.positions = new Positions(entry);
    }

    /** Where the record's values stood. */
    Positions positions() {
        return positions;
    }

    /** The record. */
    ResourceMetadata read(Node document) {
        positions.note(path, document.line(), document.column());
        ResourceMetadata.Builder record = ResourceMetadata.builder();
        general(document, record);
        lifeCycle(document, record);
        metaMetadata(document, record);
        technical(document, record);
        String type = text(document, "", PlatformProperty.TYPE, "/educational/0/learningResourceType/0/value");
        if (type != null) {
            record.educational(Educational.builder()
                    .learningResourceType(VocabularyTerm.of(NationalPlatformJson.RESOURCE_TYPE, type))
                    .build());
        }
        curriculum(document, record);
        return record.build();
    }

    private void general(Node document, ResourceMetadata.Builder record) {
        General.Builder general = General.builder();
        String id = text(document, "", PlatformProperty.ID, "/general/identifier/0/entry");
        if (id != null) {
            general.identifier(new Identifier(NationalPlatformJson.CATALOG, id));
        }
        String language = text(document, "", PlatformProperty.LANGUAGE, "/general/language/0");
        if (language != null) {
            general.language(language);
        }
        title(document, language, general);
        String description = text(document, "", PlatformProperty.DESCRIPTION, "/general/description/0/0/text");
        List<LanguageText> descriptions =
                byLanguage(document, PlatformProperty.GLOBAL_DESCRIPTION, "/general/description/0/");
        if (!descriptions.isEmpty()) {
            general.description(new MultilingualText(descriptions));
        } else if (description != null) {
            general.description(MultilingualText.of(language, description));
        }
        keywords(document, general);
        General built = general.build();
        if (!built.equals(General.builder().build())) {
            record.general(built);
        }
    }

    /** The title stands plain and by language; the latter counts. */
    private void title(Node document, @Nullable String language, General.Builder general) {
        String title = text(document, "", PlatformProperty.TITLE, "/general/title/0/text");
        List<LanguageText> titles = byLanguage(document, PlatformProperty.GLOBAL_TITLE, "/general/title/");
        if (titles.isEmpty()) {
            general.title(title == null ? null : MultilingualText.of(language, title));
            return;
        }
        general.title(new MultilingualText(titles));
        if (title != null && titles.stream().noneMatch(text -> text.text().equals(title))) {
            Finding.Builder finding = finding(
                    MetadataRequirement.NATIONAL_TITLES_DIFFER,
                    document.members().get(PlatformProperty.TITLE),
                    "/" + PlatformProperty.TITLE);
            findings.report(finding.with("value", title)
                    .with("other", titles.get(0).text())
                    .build());
        }
    }

    private List<LanguageText> byLanguage(Node document, String name, String modelPath) {
        Node texts = typed(document, "", name, Node.Kind.OBJECT);
        List<LanguageText> found = new ArrayList<>(1);
        if (texts != null) {
            for (String language : texts.members().keySet()) {
                String text = text(texts, "/" + name, language, modelPath + found.size() + "/text");
                if (text != null) {
                    found.add(new LanguageText(language, text));
                }
            }
        }
        return found;
    }

    private void keywords(Node document, General.Builder general) {
        Node byLanguage = typed(document, "", PlatformProperty.GLOBAL_KEYWORDS, Node.Kind.OBJECT);
        if (byLanguage == null) {
            return;
        }
        int count = 0;
        for (Map.Entry<String, Node> member : byLanguage.members().entrySet()) {
            for (Node item : member.getValue().items()) {
                if (item.is(Node.Kind.STRING)) {
                    note(item, "/general/keyword/" + count++ + "/0/text");
                    general.keyword(MultilingualText.of(member.getKey(), item.text()));
                }
            }
        }
    }

    private void lifeCycle(Node document, ResourceMetadata.Builder record) {
        String status = text(document, "", PlatformProperty.STATUS, "/lifeCycle/status/value");
        List<Contribute> contributes = new ArrayList<>();
        DateTimeText online = time(document, PlatformProperty.ONLINE_TIME, "/lifeCycle/contribute/0/date/value");
        if (online != null) {
            contributes.add(new Contribute(NationalPlatformJson.PUBLISHER, List.of(), online));
        }
        Node providers = typed(document, "", PlatformProperty.PROVIDERS, Node.Kind.ARRAY);
        for (Node provider : providers == null ? List.<Node>of() : providers.items()) {
            String name = provider.text(PlatformProperty.PROVIDER_NAME);
            if (name != null && !name.isEmpty()) {
                note(provider, "/lifeCycle/contribute/" + contributes.size() + "/entity/0");
                contributes.add(
                        new Contribute(NationalPlatformJson.PROVIDER, List.of(VCard.ofOrganization(name)), null));
            }
        }
        if (status != null || !contributes.isEmpty()) {
            VocabularyTerm term = status == null ? null : VocabularyTerm.of(NationalPlatformJson.CATALOG, status);
            record.lifeCycle(new LifeCycle(null, term, contributes));
        }
    }

    private void metaMetadata(Node document, ResourceMetadata.Builder record) {
        List<Contribute> contributes = new ArrayList<>(2);
        String modelPath = "/metaMetadata/contribute/";
        DateTimeText created = time(document, PlatformProperty.CREATE_TIME, modelPath + "0/date/value");
        if (created != null) {
            contributes.add(new Contribute(NationalPlatformJson.CREATOR, List.of(), created));
        }
        DateTimeText updated =
                time(document, PlatformProperty.UPDATE_TIME, modelPath + contributes.size() + "/date/value");
        if (updated != null) {
            contributes.add(new Contribute(NationalPlatformJson.UPDATE, List.of(), updated));
        }
        if (!contributes.isEmpty()) {
            record.metaMetadata(new MetaMetadata(List.of(), contributes, List.of(), null));
        }
    }

    private void technical(Node document, ResourceMetadata.Builder record) {
        Node custom = typed(document, "", PlatformProperty.CUSTOM, Node.Kind.OBJECT);
        if (custom == null) {
            return;
        }
        Technical.Builder technical = Technical.builder();
        String format = text(custom, "/" + PlatformProperty.CUSTOM, PlatformProperty.FORMAT, "/technical/format/0");
        if (format != null) {
            technical.format(PlatformFormat.mediaType(format));
        }
        Node size = typed(custom, "/" + PlatformProperty.CUSTOM, PlatformProperty.SIZE, Node.Kind.NUMBER);
        // The platform writes 0 for what is no file.
        if (size != null && !size.text().equals("0")) {
            note(size, "/technical/size");
            technical.size(size.text());
        }
        Technical built = technical.build();
        if (!built.equals(Technical.builder().build())) {
            record.technical(built);
        }
    }

    private void curriculum(Node document, ResourceMetadata.Builder record) {
        Node tags = typed(document, "", PlatformProperty.TAGS, Node.Kind.ARRAY);
        if (tags == null) {
            return;
        }
        Curriculum.Builder curriculum = Curriculum.builder();
        Map<PlatformDimension, Integer> counts = new EnumMap<>(PlatformDimension.class);
        for (int i = 0; i < tags.items().size(); i++) {
            Node tag = tags.items().get(i);
            String at = "/" + PlatformProperty.TAGS + "/" + i;
            String dimensionId = tag.text(PlatformProperty.TAG_DIMENSION);
            String name = tag.text(PlatformProperty.TAG_NAME);
            if (dimensionId == null || name == null) {
                findings.report(finding(MetadataRequirement.NATIONAL_TAG_INCOMPLETE, tag, at)
                        .with("name", dimensionId == null ? PlatformProperty.TAG_DIMENSION : PlatformProperty.TAG_NAME)
                        .build());
                continue;
            }
            PlatformDimension dimension = PlatformDimension.of(dimensionId);
            if (dimension == null) {
                continue;
            }
            int position = counts.merge(dimension, 1, Integer::sum) - 1;
            if (position > 0 && !dimension.repeatable()) {
                findings.report(finding(MetadataRequirement.NATIONAL_TAG_TWICE, tag, at)
                        .with("dimension", dimensionId)
                        .with("value", name)
                        .build());
                continue;
            }
            String modelPath = "/curriculum/" + dimension.element();
            note(tag, dimension.repeatable() ? modelPath + "/" + position : modelPath);
            VocabularyTerm term = VocabularyTerm.of(dimensionId, name);
            switch (dimension) {
                case STAGE -> curriculum.stage(term);
                case GRADE -> curriculum.grade(term);
                case SUBJECT -> curriculum.subject(term);
                case EDITION -> curriculum.edition(term);
                case VOLUME -> curriculum.volume(term);
            }
        }
        if (!counts.isEmpty()) {
            record.curriculum(curriculum.build());
        }
    }

    private @Nullable DateTimeText time(Node document, String name, String modelPath) {
        String value = text(document, "", name, modelPath);
        if (value == null) {
            return null;
        }
        if (!PlatformTime.isWritten(value)) {
            findings.report(finding(
                            MetadataRequirement.NATIONAL_TIME,
                            document.members().get(name),
                            "/" + name)
                    .with("name", name)
                    .with("value", value)
                    .build());
        }
        return DateTimeText.of(PlatformTime.normalize(value));
    }

    /** A property's string, unless it is absent, null or empty; anything else is reported. */
    private @Nullable String text(Node holder, String at, String name, String modelPath) {
        Node node = typed(holder, at, name, Node.Kind.STRING);
        if (node == null || node.text().isEmpty()) {
            return null;
        }
        note(node, modelPath);
        return node.text();
    }

    /** A property's value, unless it is absent or null; another type is reported. */
    private @Nullable Node typed(Node holder, String at, String name, Node.Kind expected) {
        Node node = holder.get(name);
        if (node == null || node.is(Node.Kind.NULL)) {
            return null;
        }
        if (node.is(expected)) {
            return node;
        }
        findings.report(finding(MetadataRequirement.NATIONAL_TYPE, node, at + "/" + name)
                .with("name", name)
                .with("found", node.kind().label())
                .with("expected", expected.label())
                .build());
        return null;
    }

    private Finding.Builder finding(MetadataRequirement requirement, @Nullable Node node, String at) {
        return Finding.of(requirement)
                .at(Location.at(entry, pointer + at, node == null ? 0 : node.line(), node == null ? 0 : node.column()));
    }

    /** Notes where the value of an element stood; the path is a JSON Pointer into the record. */
    private void note(Node node, String modelPath) {
        int start = 1;
        while (start > 0) {
            int end = modelPath.indexOf('/', start);
            String step = end < 0 ? modelPath.substring(start) : modelPath.substring(start, end);
            if (Character.isDigit(step.charAt(0))) {
                path.push(Integer.parseInt(step));
            } else {
                path.push(step);
            }
            start = end + 1;
        }
        positions.note(path, node.line(), node.column());
        path.popTo(0);
    }
}
