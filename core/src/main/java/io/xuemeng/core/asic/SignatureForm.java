package io.xuemeng.core.asic;

/** In which of its two forms a signature stands in a container. */
public enum SignatureForm {
    /** A CAdES signature (ETSI EN 319 122-1), which every ASiC verifier knows. */
    CADES,
    /** An SM2 seal: a signed message with SM2 and SM3 (GM/T 0010-2012) over the same manifest, for those who need Chinese algorithms. */
    SM2_SEAL
}
