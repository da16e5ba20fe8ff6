//! What makes hash tables the same in each process, so that two runs with one seed go the same way.

/// In place of the C library's: all that is asked for here are keys of hash tables.
#[unsafe(no_mangle)]
extern "C" fn getrandom(buffer: *mut u8, length: usize, _flags: u32) -> isize {
    // SAFETY: the caller owns `length` bytes from `buffer` on.
    unsafe { buffer.write_bytes(7, length) };
    isize::try_from(length).unwrap_or(-1)
}
