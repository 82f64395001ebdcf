package io.xuemeng.core.crypto.demonstration;

/** Whom a {@link DemonstrationAuthority} issues a certificate to. */
public enum DemonstrationRole {
    /** Who made a resource: 作者. */
    AUTHOR("author", "作者"),
    /** Who publishes it: 出版者. */
    PUBLISHER("publisher", "出版者"),
    /** Who reviewed it, a province: 审核机构. */
    REVIEWER("reviewer", "审核机构"),
    /** The national hub: 国家枢纽. */
    HUB("hub", "国家枢纽"),
    /** A timestamp authority: 时间戳机构. */
    TIMESTAMP_AUTHORITY("timestamp authority", "时间戳机构"),
    /** Who answers whether certificates were revoked: OCSP 响应者. */
    OCSP_RESPONDER("OCSP responder", "OCSP 响应者");

    private final String english;
    private final String chinese;

    DemonstrationRole(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }
}
