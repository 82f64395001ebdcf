package io.xuemeng.resource.national;

import io.xuemeng.resource.metadata.Contribute;
import io.xuemeng.resource.metadata.Curriculum;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.Educational;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.Identifier;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.LifeCycle;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Technical;
import io.xuemeng.resource.metadata.VCard;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a record's elements say as a document of the national platform, without what an extension keeps. */
final class PlatformDocumentWriter {

    private static final String DEFAULT_LANGUAGE = "zh-CN";

    private PlatformDocumentWriter() {}

    /** The document. */
    static Node write(ResourceMetadata record) {
        Node document = Node.object();
        if (record.general() != null) {
            general(record.general(), document);
        }
        if (record.lifeCycle() != null) {
            lifeCycle(record.lifeCycle(), document);
        }
        if (record.metaMetadata() != null) {
            for (Contribute contribute : record.metaMetadata().contributes()) {
                time(contribute, NationalPlatformJson.CREATOR, PlatformProperty.CREATE_TIME, document);
                time(contribute, NationalPlatformJson.UPDATE, PlatformProperty.UPDATE_TIME, document);
            }
        }
        if (record.technical() != null) {
            technical(record.technical(), document);
        }
        type(record.educationals(), document);
        if (record.curriculum() != null) {
            document.set(PlatformProperty.TAGS, tags(record.curriculum()));
        }
        return document;
    }

    private static void general(General general, Node document) {
        String language =
                general.languages().isEmpty() ? null : general.languages().get(0);
        for (Identifier identifier : general.identifiers()) {
            if (NationalPlatformJson.CATALOG.equals(identifier.catalog()) && identifier.entry() != null) {
                document.set(PlatformProperty.ID, identifier.entry());
                break;
            }
        }
        if (language != null) {
            document.set(PlatformProperty.LANGUAGE, language);
        }
        texts(general.title(), PlatformProperty.TITLE, PlatformProperty.GLOBAL_TITLE, language, document);
        texts(
                general.descriptions().isEmpty() ? null : general.descriptions().get(0),
                PlatformProperty.DESCRIPTION,
                PlatformProperty.GLOBAL_DESCRIPTION,
                language,
                document);
        keywords(general.keywords(), language, document);
    }

    private static void texts(
            @Nullable MultilingualText texts, String plain, String global, @Nullable String language, Node document) {
        if (texts == null || texts.texts().isEmpty()) {
            return;
        }
        Node byLanguage = Node.object();
        String main = texts.texts().get(0).text();
        for (LanguageText text : texts.texts()) {
            if (language != null && language.equals(text.language())) {
                main = text.text();
            }
            byLanguage.members().putIfAbsent(tag(text.language(), language), Node.string(text.text()));
        }
        document.set(plain, main);
        document.set(global, byLanguage);
    }

    private static void keywords(List<MultilingualText> keywords, @Nullable String language, Node document) {
        Node byLanguage = Node.object();
        for (MultilingualText keyword : keywords) {
            for (LanguageText text : keyword.texts()) {
                byLanguage
                        .members()
                        .computeIfAbsent(tag(text.language(), language), tag -> Node.array())
                        .add(Node.string(text.text()));
            }
        }
        if (!byLanguage.members().isEmpty()) {
            document.set(PlatformProperty.GLOBAL_KEYWORDS, byLanguage);
        }
    }

    private static String tag(@Nullable String own, @Nullable String language) {
        if (own != null) {
            return own;
        }
        return language == null ? DEFAULT_LANGUAGE : language;
    }

    private static void lifeCycle(LifeCycle lifeCycle, Node document) {
        VocabularyTerm status = lifeCycle.status();
        if (status != null && NationalPlatformJson.CATALOG.equals(status.source()) && status.value() != null) {
            document.set(PlatformProperty.STATUS, status.value());
        }
        Node providers = Node.array();
        for (Contribute contribute : lifeCycle.contributes()) {
            time(contribute, NationalPlatformJson.PUBLISHER, PlatformProperty.ONLINE_TIME, document);
            if (NationalPlatformJson.PROVIDER.equals(contribute.role())) {
                for (String entity : contribute.entities()) {
                    String name = VCard.read(entity).card().formattedName();
                    if (name != null) {
                        providers.add(Node.object()
                                .set(PlatformProperty.PROVIDER_NAME, name)
                                .set(PlatformProperty.PROVIDER_TYPE, "provider"));
                    }
                }
            }
        }
        if (!providers.items().isEmpty()) {
            document.set(PlatformProperty.PROVIDERS, providers);
        }
    }

    private static void time(Contribute contribute, VocabularyTerm role, String name, Node document) {
        DateTimeText date = contribute.date();
        if (role.equals(contribute.role()) && date != null && date.value() != null) {
            document.members().putIfAbsent(name, Node.string(PlatformTime.denormalize(date.value())));
        }
    }

    private static void technical(Technical technical, Node document) {
        Node custom = Node.object();
        if (!technical.formats().isEmpty()) {
            custom.set(
                    PlatformProperty.FORMAT,
                    PlatformFormat.format(technical.formats().get(0)));
        }
        String size = technical.size();
        if (size != null && size.matches("[1-9][0-9]{0,18}")) {
            custom.set(PlatformProperty.SIZE, Node.number(size));
        }
        if (!custom.members().isEmpty()) {
            document.set(PlatformProperty.CUSTOM, custom);
        }
    }

    private static void type(List<Educational> educationals, Node document) {
        for (Educational educational : educationals) {
            for (VocabularyTerm type : educational.learningResourceTypes()) {
                if (NationalPlatformJson.RESOURCE_TYPE.equals(type.source()) && type.value() != null) {
                    document.members().putIfAbsent(PlatformProperty.TYPE, Node.string(type.value()));
                }
            }
        }
    }

    private static Node tags(Curriculum curriculum) {
        Node tags = Node.array();
        tag(PlatformDimension.EDITION, curriculum.edition(), tags);
        tag(PlatformDimension.VOLUME, curriculum.volume(), tags);
        curriculum.grades().forEach(grade -> tag(PlatformDimension.GRADE, grade, tags));
        curriculum.stages().forEach(stage -> tag(PlatformDimension.STAGE, stage, tags));
        tag(PlatformDimension.SUBJECT, curriculum.subject(), tags);
        return tags;
    }

    private static void tag(PlatformDimension dimension, @Nullable VocabularyTerm term, Node tags) {
        if (term != null && dimension.id().equals(term.source()) && term.value() != null) {
            Node tag = Node.object()
                    .set(PlatformProperty.TAG_DIMENSION, dimension.id())
                    .set(PlatformProperty.TAG_NAME, term.value());
            String id = dimension.tagId(term.value());
            if (id != null) {
                tag.set(PlatformProperty.TAG_ID, id);
            }
            tags.add(tag);
        }
    }
}
