package io.xuemeng.resource.metadata;

/** What a contributor did: the roles of LOM 2.3.1, and those GB/T 41469-2022 names beside them. */
public enum Role {
    /** Author (作者). */
    AUTHOR(VocabularyTerm.LOM, "author"),
    /** Publisher (出版者). */
    PUBLISHER(VocabularyTerm.LOM, "publisher"),
    /** Editor (编辑). */
    EDITOR(VocabularyTerm.LOM, "editor"),
    /** Initiator (发起者). */
    INITIATOR(VocabularyTerm.LOM, "initiator"),
    /** Who ended its use (终止者). */
    TERMINATOR(VocabularyTerm.LOM, "terminator"),
    /** Validator (审核者). */
    VALIDATOR(VocabularyTerm.LOM, "validator"),
    /** Graphical designer (美术设计者). */
    GRAPHICAL_DESIGNER(VocabularyTerm.LOM, "graphical designer"),
    /** Technical implementer (技术实现者). */
    TECHNICAL_IMPLEMENTER(VocabularyTerm.LOM, "technical implementer"),
    /** Content provider (内容提供者). */
    CONTENT_PROVIDER(VocabularyTerm.LOM, "content provider"),
    /** Script writer (脚本作者). */
    SCRIPT_WRITER(VocabularyTerm.LOM, "script writer"),
    /** Somebody whose part is not known (未知). */
    UNKNOWN(VocabularyTerm.LOM, "unknown"),
    /** Technical validator (技术审核者). */
    TECHNICAL_VALIDATOR(VocabularyTerm.LOM, "technical validator"),
    /** Educational validator (教育审核者). */
    EDUCATIONAL_VALIDATOR(VocabularyTerm.LOM, "educational validator"),
    /** Instructional designer (教学设计者). */
    INSTRUCTIONAL_DESIGNER(VocabularyTerm.LOM, "instructional designer"),
    /** Subject-matter expert (学科专家). */
    SUBJECT_MATTER_EXPERT(VocabularyTerm.LOM, "subject matter expert"),
    /** Chief editor (主编). */
    CHIEF_EDITOR("GB/T 41469-2022", "主编"),
    /** Editor in charge (责任编辑). */
    RESPONSIBLE_EDITOR("GB/T 41469-2022", "责任编辑"),
    /** Producer (制作者). */
    PRODUCER("GB/T 41469-2022", "制作者");

    private final VocabularyTerm term;

    Role(String source, String value) {
        this.term = VocabularyTerm.of(source, value);
    }

    /** The role as a metadata value. */
    public VocabularyTerm term() {
        return term;
    }
}
