/* Nothing for C to see: this target carries pkg-config's flags, and CXapian's C++ includes <xapian.h>. */
